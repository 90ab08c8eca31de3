DROP INDEX meetings_led_idx;
