import { Banner } from "../ui/banner.tsx";

/** What is wrong with a form as a whole. */
export function FormProblem({ message }: { message: string | undefined }) {
  return message === undefined ? null : (
    <Banner tone="bad" role="alert">
      {message}
    </Banner>
  );
}
