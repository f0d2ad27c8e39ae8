DROP INDEX `conversations_by_assignee`;--> statement-breakpoint
DROP INDEX `conversations_by_snooze`;--> statement-breakpoint
CREATE INDEX `conversations_by_assignee` ON `conversations` (`assignee_id`) WHERE "conversations"."assignee_id" is not null;--> statement-breakpoint
CREATE INDEX `conversations_by_snooze` ON `conversations` (`snoozed_until`) WHERE "conversations"."snoozed_until" is not null;--> statement-breakpoint
DROP INDEX `messages_by_sender`;--> statement-breakpoint
CREATE INDEX `messages_by_sender` ON `messages` ("id" / 4096,`from_address`,`received_at`);