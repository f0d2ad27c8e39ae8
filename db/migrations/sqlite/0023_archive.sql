ALTER TABLE `accounts` ADD `archived` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` ADD `keeps_deleted` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `folders` ADD `archived` integer;--> statement-breakpoint
ALTER TABLE `message_sources` ADD `kept_from` text;