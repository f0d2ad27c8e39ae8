ALTER TABLE `drafts` ADD `idempotency_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_by_key` ON `drafts` (`author_id`,`idempotency_key`) WHERE "drafts"."idempotency_key" is not null;