CREATE TABLE `tag_keywords` (
	`inbox_id` integer NOT NULL,
	`tag_id` integer NOT NULL,
	`keyword` text NOT NULL,
	FOREIGN KEY (`inbox_id`) REFERENCES `inboxes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tag_id`) REFERENCES `tags`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tag_keywords_by_inbox_tag` ON `tag_keywords` (`inbox_id`,`tag_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `tag_keywords_by_inbox_keyword` ON `tag_keywords` (`inbox_id`,`keyword`);--> statement-breakpoint
CREATE INDEX `tag_keywords_by_tag` ON `tag_keywords` (`tag_id`);--> statement-breakpoint
ALTER TABLE `folders` ADD `keeps_keywords` integer;