import type { Account } from "#lib/contracts/account";

export type AccountDialogProps = { account: Account; onClose: () => void };
