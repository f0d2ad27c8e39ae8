CREATE TABLE `oauth_grants` (
	`account_id` integer PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`signed_in_as` text DEFAULT '' NOT NULL,
	`scope` text NOT NULL,
	`refresh_token` text NOT NULL,
	`access_token` text NOT NULL,
	`access_expires_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`lease_holder` text DEFAULT '' NOT NULL,
	`lease_until` integer,
	`problem_code` text DEFAULT '' NOT NULL,
	`problem_detail` text DEFAULT '' NOT NULL,
	`retry_at` integer,
	`failure_count` integer DEFAULT 0 NOT NULL,
	`refreshed_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `oauth_sign_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`state_hash` text NOT NULL,
	`provider` text NOT NULL,
	`agent_id` integer NOT NULL,
	`session_id` text NOT NULL,
	`account_id` integer,
	`purpose` text NOT NULL,
	`verifier` text NOT NULL,
	`state` text NOT NULL,
	`problem_code` text DEFAULT '' NOT NULL,
	`email_address` text DEFAULT '' NOT NULL,
	`scope` text DEFAULT '' NOT NULL,
	`tokens` text DEFAULT '' NOT NULL,
	`access_expires_at` integer,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `oauth_sign_ins_by_state` ON `oauth_sign_ins` (`state_hash`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `oauth_provider` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `alert_mailed_at` integer;