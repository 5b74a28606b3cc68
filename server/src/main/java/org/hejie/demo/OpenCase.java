package org.hejie.demo;

import org.hejie.demo.Course.Handling;
import org.hejie.demo.Course.Kind;
import org.hejie.demo.Ground.Spot;

/** One matter that waits for somebody on the first day of the demo. */
record OpenCase(Stream stream, String category, Kind kind, Spot spot, Handling by, Stage stage) {

    /** What it waits for. */
    enum Stage {
        /** 待分流. */
        TO_DISPATCH,
        /** 退回待重新分流. */
        RETURNED,
        /** 裁定归口. */
        ADJUDICATION,
        /** 待签收. */
        TO_SIGN,
        /** 办理中. */
        IN_HAND,
        /** 今日到期. */
        DUE_TODAY,
        /** 已超期. */
        OVERDUE,
        /** 挂起. */
        SUSPENDED,
        /** 延期审批. */
        EXTENSION,
        /** 待核查. */
        TO_CHECK,
        /** 今日回访. */
        TO_VISIT,
        /** 不予受理, 当天. */
        DECLINED,
        /** 引导法定途径, 当天. */
        GUIDED,
        /** 转出, 当天. */
        HANDED_ELSEWHERE,
        /** 撤回, 当天. */
        WITHDRAWN,
        /** 重开待分流. */
        REOPENED
    }
}
