package org.hejie.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Map;

/**
 * One event in the JSON format of CloudEvents 1.0. It names nobody.
 *
 * @param id       unique within the source, such as {@code court-57}; the same with each try and replay
 * @param source   {@code urn:hejie:<county>:<partner>}
 * @param type     such as {@code org.hejie.referral.signed}
 * @param subject  id of the referral
 * @param time     when it happened
 * @param sequence number within the source, without a gap, in ten digits (extension "sequence")
 * @param data     {@code referral}, {@code outsideNo}, and codes, numbers and times beside them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time", "sequence", "datacontenttype", "data"})
public record CloudEvent(String specversion, String id, String source, String type, String subject, Instant time, String sequence,
        String datacontenttype, Map<String, Object> data) {
}
