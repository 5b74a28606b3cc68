/**
 * Measures the whole system from outside: a server in a process of its own, spoken to over HTTP, and the
 * PostgreSQL under it. {@code docs/performance.md} says what is measured and how to read it.
 */
package org.hejie.bench;
