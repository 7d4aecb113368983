ALTER TABLE `settlement_arrival` ADD `extras_paise` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `settlement_arrival` ADD `tax_credits_paise` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `settlement_arrival` ADD `gst_paise` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `settlement_arrival` ADD `gst_unknown_lines` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
DELETE FROM `settlement_arrival`;--> statement-breakpoint
INSERT INTO `settlement_arrival` (`store_id`, `paid_on`, `ordered_month`, `lines`, `settlement_paise`, `extras_paise`, `tax_credits_paise`, `gst_paise`, `gst_unknown_lines`)
SELECT store_id, paid_on, ordered_month, sum(lines), sum(settlement), sum(extras), sum(tax_credits), sum(gst), sum(gst_unknown)
FROM (
	SELECT l.store_id, l.paid_on, substr(coalesce(o.ordered_on, l.ordered_on), 1, 7) AS ordered_month, 1 AS lines, l.settlement_paise AS settlement, 0 AS extras,
		-l.tcs_paise - l.tds_paise AS tax_credits, coalesce(l.gst_on_sales_paise, 0) + l.gst_credit_on_fees_paise AS gst, l.gst_on_sales_paise IS NULL AS gst_unknown
	FROM settlement_line AS l LEFT JOIN sub_order AS o ON o.store_id = l.store_id AND o.sub_order_no = l.sub_order_no
	WHERE l.closed_at = 0 AND coalesce(o.ordered_on, l.ordered_on) IS NOT NULL
	UNION ALL SELECT store_id, deducted_on, substr(ran_on, 1, 7), 0, 0, total_paise, 0, gst_credit_paise, 0 FROM ad_spend WHERE closed_at = 0
	UNION ALL SELECT store_id, paid_on, substr(paid_on, 1, 7), 0, 0, net_paise + taxes_paise, 0, 0, 0 FROM referral_payment WHERE closed_at = 0
	UNION ALL SELECT store_id, paid_on, substr(paid_on, 1, 7), 0, 0, amount_paise, 0, 0, 0 FROM platform_adjustment WHERE closed_at = 0
)
GROUP BY 1, 2, 3;
