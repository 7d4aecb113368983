CREATE TABLE `gst_month` (
	`store_id` text NOT NULL,
	`month` text NOT NULL,
	`direction` text NOT NULL,
	`rows` integer NOT NULL,
	`taxable_micro` integer NOT NULL,
	`rows_without_value` integer NOT NULL,
	PRIMARY KEY(`store_id`, `month`, `direction`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `withheld_day` (
	`store_id` text NOT NULL,
	`paid_on` text NOT NULL,
	`gst_rate_bps` integer NOT NULL,
	`lines` integer NOT NULL,
	`gross_paise` integer NOT NULL,
	`tcs_paise` integer NOT NULL,
	`tds_paise` integer NOT NULL,
	PRIMARY KEY(`store_id`, `paid_on`, `gst_rate_bps`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `gst_month` (`store_id`, `month`, `direction`, `rows`, `taxable_micro`, `rows_without_value`)
SELECT store_id, month, direction, count(*), coalesce(sum(taxable_micro), 0), count(*) - count(taxable_micro)
FROM gst_line WHERE closed_at = 0 GROUP BY 1, 2, 3;
--> statement-breakpoint
INSERT INTO `withheld_day` (`store_id`, `paid_on`, `gst_rate_bps`, `lines`, `gross_paise`, `tcs_paise`, `tds_paise`)
SELECT store_id, paid_on, coalesce(iif(gross = 0, coalesce(rate, 0), rate), -1), count(*), sum(gross), sum(tcs_paise), sum(tds_paise)
FROM (
	SELECT store_id, paid_on, gst_rate_bps AS rate, tcs_paise, tds_paise,
		sale_paise + sale_return_paise + return_premium_paise + return_premium_return_paise AS gross
	FROM settlement_line WHERE closed_at = 0
)
WHERE gross <> 0 OR tcs_paise <> 0 OR tds_paise <> 0
GROUP BY 1, 2, 3;
