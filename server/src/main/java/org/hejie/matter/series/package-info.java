/** 串案: several matters of one cause or against one respondent, each with its own answer, planned together. */
@NullMarked
package org.hejie.matter.series;

import org.jspecify.annotations.NullMarked;
