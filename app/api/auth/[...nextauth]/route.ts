import { signIn } from "#server/commands/agents/sign-in";
import { signOut } from "#server/commands/agents/sign-out";
import { nextAuthHandler } from "#server/http/next-auth-handler";

const handler = nextAuthHandler({ signIn, signOut });

export { handler as GET, handler as POST };
