import { redirect } from "next/navigation";
import { setupStepOf } from "#lib/first-minutes";
import { requireAgent } from "#server/auth/current-agent";
import { readMe } from "#server/queries/agents/read-me";

/** The inbox; for who has not come there yet, the screen of the setup where they were. */
export default async function HomePage() {
  const { preferences } = await readMe(await requireAgent());
  const step = setupStepOf(preferences);
  redirect(step ? `/setup/${step}` : "/inbox/open");
}
