ALTER TABLE `accounts` ADD `send_problem_code` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` ADD `send_problem_detail` text DEFAULT '' NOT NULL;