/** The alert stage: findings and subscriptions in, alerts out. */
@NullMarked
package org.lacuna.app.alert;

import org.jspecify.annotations.NullMarked;
