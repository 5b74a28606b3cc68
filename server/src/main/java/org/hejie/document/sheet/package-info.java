/** 表格: tables of other people's making read row by row, CSV or XLSX, and written; times as spreadsheets hold them. */
@NamedInterface("sheet")
@NullMarked
package org.hejie.document.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
