/** 工作清单: lists of matters by what is to be done, their numbers, and search. Reads only. */
@NullMarked
package org.hejie.matter.list;

import org.jspecify.annotations.NullMarked;
