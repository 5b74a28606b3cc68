/**
 * Timers (定时任务). A module gives a bean of {@code RecurringTask}; it runs once at its time, however many nodes there
 * are, in no scope: a task that reads business rows binds one ({@code Scope.job}).
 */
@NullMarked
package org.hejie.shared.jobs;

import org.jspecify.annotations.NullMarked;
