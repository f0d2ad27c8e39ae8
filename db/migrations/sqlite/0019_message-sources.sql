CREATE TABLE `message_sources` (
	`message_id` integer NOT NULL,
	`account_id` integer NOT NULL,
	`blob` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_sources_by_message` ON `message_sources` (`message_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `message_sources_by_account` ON `message_sources` (`account_id`,`message_id`);