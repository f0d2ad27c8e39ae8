import { deleteTrafficBefore } from "#db/queries/health/traffic";
import { deleteSignInsEndedBefore } from "#db/queries/oauth/sign-ins";
import { deleteSettledBefore } from "#db/queries/outbox/settle-operations";
import {
  deleteInvitationsEndedBefore,
  deleteOrphanUploads,
  deleteSessionsEndedBefore,
} from "#db/queries/timers/expire";
import { deleteTransfersEndedBefore } from "#db/queries/transfers/transfers";
import { now } from "../clock.ts";
import { trimChanges } from "../events/trim-changes.ts";
import { store } from "../store.ts";
import { removeOldExports } from "./remove-old-exports.ts";
import { removeOldImports } from "./remove-old-imports.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Lets go of what has had its time. */
export async function sweep(): Promise<void> {
  await trimChanges();
  const ago = (days: number) => new Date(now().getTime() - days * dayMs);
  await removeOldExports();
  await removeOldImports();
  await store().write(async (tx) => {
    await deleteTransfersEndedBefore(tx, ago(90));
    deleteSessionsEndedBefore(tx, ago(30));
    deleteInvitationsEndedBefore(tx, ago(30));
    deleteOrphanUploads(tx, ago(7));
    deleteSettledBefore(tx, ago(7));
    await deleteSignInsEndedBefore(tx, now());
    await deleteTrafficBefore(tx, ago(2));
  });
}
