import type { PasswordStrength } from "../password-strength.ts";

const strengths: Record<PasswordStrength, string> = {
  short: "At least 12 characters. A few unrelated words are easy to keep and hard to guess.",
  weak: "Long enough, but easy to guess. Add something that is not your name, a row of keys or a repeat.",
  fair: "Good enough. A few more characters make it strong.",
  strong: "Strong.",
};

export const authEn = {
  emailAddress: "E-mail address",
  password: "Password",
  name: "Your name",
  newPassword: "New password",
  showPassword: "Show the password",
  hidePassword: "Hide the password",
  strengths,
  signIn: {
    title: "Sign in",
    heading: "Sign in to Postroom",
    action: "Sign in",
    wrong:
      "This address and password do not match, or an admin has closed this account. Check both; an admin can make you a new link.",
    forgotten: "Forgot your password? An admin of your team can make a link for you to set a new one.",
    notSetUp: "Postroom is not set up yet. Open the setup link that the server printed when it started.",
    welcome: "Your password is set. Sign in with it.",
  },
  setup: {
    title: "Set up Postroom",
    heading: "Set up Postroom",
    text: "You are the first here, so you become its admin. Your inbox, its mail and your colleagues come next.",
    action: "Go on",
    ended: {
      title: "This setup link is not valid",
      text: "It was used, has expired, or a newer one was printed. The newest line in the server’s log has the link that works; restart the server to get a fresh one.",
    },
    done: { title: "Postroom is set up already", text: "There is an admin. Sign in, or ask them to invite you." },
  },
  invite: {
    title: "Join",
    heading: (workspace: string) => `Join ${workspace}`,
    text: (address: string) => `You were invited as ${address}. Choose a password, and you are in.`,
    action: "Join",
    ended: {
      title: "This link is not valid any more",
      text: "It was used, taken back, or has expired. Ask an admin of your team for a new one.",
    },
  },
  reset: {
    title: "New password",
    heading: "Choose a new password",
    text: (address: string) => `For ${address}. It ends every session that is still open.`,
    action: "Set the password",
  },
  toSignIn: "To the sign-in page",
};
