import { offlinePage } from "#server/http/offline-page";

export const GET = offlinePage;
