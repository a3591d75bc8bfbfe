/** The pages, their JSON twins and the feed: what the history holds, for people to watch, quote and read. */
@NullMarked
package org.lacuna.app.web;

import org.jspecify.annotations.NullMarked;
