import { z } from "zod";

/** The least that a schema takes: for asking every route something that is well formed. */
export function sample(schema: z.ZodType): unknown {
  return sampleOf(Shape.parse(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })));
}

const Shape = z.looseObject({
  type: z.string().optional(),
  get properties() {
    return z.record(z.string(), Shape).optional();
  },
  required: z.array(z.string()).default([]),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  get anyOf() {
    return z.array(Shape).optional();
  },
  format: z.string().optional(),
  pattern: z.string().optional(),
  minLength: z.number().default(0),
  minimum: z.number().optional(),
});
type Shape = z.infer<typeof Shape>;

function sampleOf(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.anyOf?.[0]) return sampleOf(shape.anyOf[0]);
  switch (shape.type) {
    case "object":
      return Object.fromEntries(shape.required.map((name) => [name, sampleOf(shape.properties?.[name] ?? shape)]));
    case "array":
      return [];
    case "integer":
    case "number":
      return Math.max(1, shape.minimum ?? 1);
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return sampleText(shape);
  }
}

function sampleText({ format, pattern = "", minLength }: Shape): string {
  if (format === "date-time") return "2099-01-01T00:00:00.000Z";
  const candidates = ["x".repeat(Math.max(1, minLength)), "customer@customer.test", "mail.customer.test", "12345678"];
  return candidates.find((text) => new RegExp(pattern, "u").test(text)) ?? "";
}
