CREATE TABLE `transfer_items` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`transfer_id` integer NOT NULL,
	`key` text NOT NULL,
	`state` text NOT NULL,
	`folder` integer,
	`message_id` integer,
	`code` text DEFAULT '' NOT NULL,
	`facts` text DEFAULT '{}' NOT NULL,
	FOREIGN KEY (`transfer_id`) REFERENCES `transfers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `transfer_items_by_key` ON `transfer_items` (`transfer_id`,`key`);--> statement-breakpoint
CREATE INDEX `transfer_items_by_state` ON `transfer_items` (`transfer_id`,`state`,`id`);--> statement-breakpoint
CREATE TABLE `transfers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`asked_by_id` integer,
	`account_id` integer,
	`spec` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'queued' NOT NULL,
	`state_detail` text NOT NULL,
	`total` integer,
	`done` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`bytes_done` integer DEFAULT 0 NOT NULL,
	`cursor` text,
	`report` text,
	`attempt_count` integer DEFAULT 0 NOT NULL,
	`resume_at` integer,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	`expires_at` integer,
	FOREIGN KEY (`asked_by_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `transfers_by_state` ON `transfers` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `transfers_by_asker` ON `transfers` (`asked_by_id`,`id`);