ALTER TABLE `messages` ADD `unplaced_since` integer;--> statement-breakpoint
CREATE INDEX `messages_by_unplaced` ON `messages` (`unplaced_since`) WHERE "messages"."unplaced_since" is not null;