-- Which labels a message in Gmail's All Mail carries, as rows of `placement_labels`. What an agent is moving counts where it goes.
-- \Starred is \Flagged under another name. A change that makes `placements` anew has to make these anew, too.
CREATE TRIGGER `placement_labels_of_new` AFTER INSERT ON `placements`
WHEN (new.labels <> '[]' OR new.flagged = 1) AND new.missing_since IS NULL
BEGIN
	INSERT INTO placement_labels (folder_id, placement_id)
	SELECT DISTINCT f.id, new.id
	FROM folders h
	JOIN json_each(iif(new.flagged = 1, json_insert(new.labels, '$[#]', '\Starred'), new.labels)) j
	JOIN folders f ON f.account_id = h.account_id AND f.label = j.value
	WHERE h.id = coalesce(new.moving_to_folder_id, new.folder_id) AND h.holds_labels = 1;
END;--> statement-breakpoint
CREATE TRIGGER `placement_labels_of_changed` AFTER UPDATE OF labels, flagged, folder_id, moving_to_folder_id, missing_since ON `placements`
WHEN new.labels <> old.labels OR (new.flagged <> old.flagged OR new.folder_id <> old.folder_id
	OR new.moving_to_folder_id IS NOT old.moving_to_folder_id OR (new.missing_since IS NULL) <> (old.missing_since IS NULL))
	AND (new.labels <> '[]' OR new.flagged = 1 OR old.flagged = 1)
BEGIN
	DELETE FROM placement_labels WHERE placement_id = new.id AND folder_id NOT IN (
		SELECT f.id
		FROM folders h
		JOIN json_each(iif(new.flagged = 1, json_insert(new.labels, '$[#]', '\Starred'), new.labels)) j
		JOIN folders f ON f.account_id = h.account_id AND f.label = j.value
		WHERE h.id = coalesce(new.moving_to_folder_id, new.folder_id) AND h.holds_labels = 1 AND new.missing_since IS NULL
	);
	INSERT INTO placement_labels (folder_id, placement_id)
	SELECT DISTINCT f.id, new.id
	FROM folders h
	JOIN json_each(iif(new.flagged = 1, json_insert(new.labels, '$[#]', '\Starred'), new.labels)) j
	JOIN folders f ON f.account_id = h.account_id AND f.label = j.value
	WHERE h.id = coalesce(new.moving_to_folder_id, new.folder_id) AND h.holds_labels = 1 AND new.missing_since IS NULL
		AND NOT EXISTS (SELECT 1 FROM placement_labels l WHERE l.folder_id = f.id AND l.placement_id = new.id);
END;--> statement-breakpoint
CREATE TRIGGER `placement_labels_counted` AFTER INSERT ON `placement_labels`
BEGIN
	UPDATE folders SET stored_count = stored_count + 1 WHERE id = new.folder_id;
END;--> statement-breakpoint
CREATE TRIGGER `placement_labels_discounted` AFTER DELETE ON `placement_labels`
BEGIN
	UPDATE folders SET stored_count = max(0, stored_count - 1) WHERE id = old.folder_id;
END;
