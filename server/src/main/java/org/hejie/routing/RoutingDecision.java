package org.hejie.routing;

/** The four decisions of the rules, in the order they are made. */
public enum RoutingDecision {

    /** 办理程序: by which procedure. */
    PROCEDURE("办理程序", "程序"),
    /** 承办单位: by whom. */
    UNIT("承办单位", "承办"),
    /** 办理时限: within which limit. */
    LIMIT("办理时限", "时限"),
    /** 风险评估: whether a risk check is forced. */
    RISK_CHECK("风险评估", "评估");

    private final String table;
    private final String output;

    RoutingDecision(String table, String output) {
        this.table = table;
        this.output = output;
    }

    /** The name of its table in the rules. */
    public String table() {
        return table;
    }

    /** The column of its outcome. */
    public String output() {
        return output;
    }
}
