@NullMarked
package org.hejie.party.web;

import org.jspecify.annotations.NullMarked;
