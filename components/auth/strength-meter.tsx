import { cn } from "#lib/cn";
import { passwordStrength, type PasswordStrength } from "#lib/password-strength";
import { useStrings } from "../language/use-strings.ts";

const steps: Record<PasswordStrength, number> = { short: 0, weak: 1, fair: 2, strong: 3 };
const tones: Record<PasswordStrength, string> = {
  short: "bg-quiet",
  weak: "bg-warn",
  fair: "bg-accent",
  strong: "bg-good",
};

export type StrengthMeterProps = { password: string; known: readonly string[] };

/** How hard a password would be to guess, as a hint below its field. */
export function StrengthMeter({ password, known }: StrengthMeterProps) {
  const strings = useStrings();
  const strength = passwordStrength(password, known);
  return (
    <span className="flex flex-col gap-1.5 pt-1">
      <span aria-hidden className="flex gap-1">
        {[1, 2, 3].map((step) => (
          <span
            key={step}
            className={cn("h-1 grow rounded-sm", step <= steps[strength] ? tones[strength] : "bg-hover")}
          />
        ))}
      </span>
      {strings.auth.strengths[strength]}
    </span>
  );
}
