CREATE TABLE `unreferenced_blobs` (
	`hash` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `quarantine_by_source_blob` ON `quarantine` (`source_blob`) WHERE "quarantine"."source_blob" is not null;--> statement-breakpoint
CREATE INDEX `attachments_by_blob` ON `attachments` (`blob`) WHERE "attachments"."blob" is not null;--> statement-breakpoint
CREATE INDEX `message_sources_by_blob` ON `message_sources` (`blob`);--> statement-breakpoint
CREATE INDEX `messages_by_source_blob` ON `messages` (`source_blob`) WHERE "messages"."source_blob" is not null;--> statement-breakpoint
CREATE INDEX `sends_by_source_blob` ON `sends` (`source_blob`);