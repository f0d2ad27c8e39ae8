import { generic } from "./generic.ts";
import type { ProviderProfile } from "./profile.ts";

/** What an account of sample mail has as its provider: there is no server behind it, and nothing of it leaves this machine. */
export const sampleProvider = "sample";

export const sampleProfile: ProviderProfile = { ...generic, provider: sampleProvider, name: "Sample mail" };
