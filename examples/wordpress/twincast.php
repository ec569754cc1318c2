<?php
/**
 * Plugin Name: Twincast
 * Description: Puts the chat with your twin on every page.
 * Version: 1.0.0
 */

// Your Twincast, your twin and its publishable key. The key's domains must name this site.
const TWINCAST_URL = 'https://your.twincast';
const TWINCAST_TWIN = 'twn_…';
const TWINCAST_KEY = 'tw_pk_…';

add_action('wp_footer', function () {
    printf(
        '<script async src="%s/widget.js" data-twin-id="%s" data-api-key="%s"></script>',
        esc_url(TWINCAST_URL),
        esc_attr(TWINCAST_TWIN),
        esc_attr(TWINCAST_KEY)
    );
});
