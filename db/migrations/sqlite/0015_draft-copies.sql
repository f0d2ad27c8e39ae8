CREATE TABLE `draft_copies` (
	`draft_id` integer PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`folder_id` integer NOT NULL,
	`uid_validity` text NOT NULL,
	`uid` integer NOT NULL,
	`saved_version` integer NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`folder_id`) REFERENCES `folders`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `draft_copies_by_place` ON `draft_copies` (`folder_id`,`uid`);