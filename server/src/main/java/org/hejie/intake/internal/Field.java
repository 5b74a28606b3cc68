package org.hejie.intake.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a spreadsheet may be, and the headings by which it is guessed. */
enum Field {

    OUTSIDE_NO("outsideNo", "编号", "工单编号", "工单号", "留言编号", "来件编号", "受理编号", "案号", "警情编号", "信访编号", "信访件编号", "row", "no",
            "id", "number"),
    REPORTED_AT("reportedAt", "反映时间", "留言时间", "来电时间", "登记时间", "受理时间", "报警时间", "收件时间", "时间", "time", "reported", "date"),
    TITLE("title", "标题", "主题", "留言主题", "工单标题", "事件名称", "案由", "topic", "title", "subject"),
    FACTS("facts", "内容", "诉求内容", "反映内容", "留言详情", "事件简述", "简要案情", "问题描述", "text", "facts", "description", "content"),
    CATEGORY("categoryCode", "类别", "分类", "一级分类", "一级标签", "事件类别", "诉求类别", "label", "category", "type"),
    PLACE("place", "地点", "地址", "发生地点", "事发地点", "place", "address", "location"),
    AREA_CODE("areaCode", "区划代码", "行政区划代码", "村社代码", "area"),
    LON("lon", "经度", "lon", "lng", "longitude"),
    LAT("lat", "纬度", "lat", "latitude"),
    APPLICANT_NAME("applicantName", "姓名", "反映人", "反映人姓名", "来电人", "来电人姓名", "申请人", "原告", "信访人", "报警人", "联系人", "name", "applicant"),
    APPLICANT_PHONE("applicantPhone", "电话", "反映人电话", "联系电话", "来电号码", "手机", "手机号", "phone", "tel"),
    APPLICANT_DOCUMENT("applicantDocument", "证件号码", "证件号", "身份证号", "身份证号码", "反映人证件号", "document"),
    RESPONDENT_NAME("respondentName", "被反映人", "被反映单位", "被申请人", "被告", "respondent"),
    AMOUNT("amount", "金额", "涉及金额", "标的额", "标的金额", "amount"),
    PEOPLE("people", "人数", "涉及人数", "people"),
    SAFETY("safety", "安全情形", "涉险情形", "safety");

    private final String key;
    private final List<String> headings;

    Field(String key, String... headings) {
        this.key = key;
        this.headings = List.of(headings);
    }

    /** Its name in the API. */
    String key() {
        return key;
    }

    static Optional<Field> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    /** How well a heading fits, smaller is better; none if it does not. */
    Optional<Integer> fit(String heading) {
        String plain = heading.replaceAll("[\\s*（(].*$", "").toLowerCase(Locale.ROOT);
        int at = headings.indexOf(plain);
        return at < 0 ? Optional.empty() : Optional.of(at);
    }
}
