ALTER TABLE `accounts` ADD `signature` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` ADD `signature_place` text DEFAULT 'above' NOT NULL;--> statement-breakpoint
ALTER TABLE `drafts` ADD `answered_message_id` integer;--> statement-breakpoint
ALTER TABLE `drafts` ADD `quote` text DEFAULT 'reply' NOT NULL;