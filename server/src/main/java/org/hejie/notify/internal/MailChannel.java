package org.hejie.notify.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.hejie.notify.internal.LaneRows.Outgoing;
import org.hejie.notify.internal.NotifySettings.Mail;
import org.hejie.notify.internal.Outcome.Delivered;
import org.hejie.notify.internal.Outcome.Failed;
import org.hejie.shared.crypto.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends by the mail server of the settings (SMTP), as plain text. */
@Component
class MailChannel implements Channel {

    private final NoticeTexts texts;
    private final FieldCipher cipher;
    private final @Nullable Mail settings;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    MailChannel(NotifySettings settings, NoticeTexts texts, FieldCipher cipher) {
        this.texts = texts;
        this.cipher = cipher;
        this.settings = settings.mail();
        if (this.settings != null) {
            configure(this.settings, Long.toString(settings.timeout().toMillis()));
        }
    }

    private void configure(Mail mail, String timeout) {
        sender.setHost(mail.host());
        sender.setPort(mail.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        if (mail.username() != null) {
            sender.setUsername(mail.username());
            sender.setPassword(mail.password());
            properties.put("mail.smtp.auth", "true");
        }
        if (mail.encrypted()) {
            properties.put("mail.smtp.starttls.enable", "true");
            properties.put("mail.smtp.starttls.required", "true");
            properties.put("mail.smtp.ssl.checkserveridentity", "true");
        }
    }

    boolean ready() {
        return settings != null;
    }

    @Override
    public Outcome send(Outgoing message) {
        if (settings == null || message.recipient() == null) {
            return Failed.forGood("NO_ADDRESS");
        }
        try {
            MimeMessage mail = sender.createMimeMessage();
            var helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from());
            helper.setTo(cipher.decrypt(PersonalMessages.recipient(message.id()), message.recipient()));
            helper.setSubject(texts.mailSubject(message.content().startsWith("Hejie") ? "en" : "zh"));
            helper.setText(message.content());
            mail.setHeader("X-Hejie-Message", Long.toString(message.id()));
            sender.send(mail);
            return new Delivered(null);
        } catch (MailAuthenticationException e) {
            return Failed.forNow("MAIL_SIGN_IN");
        } catch (MailParseException | MessagingException e) {
            return Failed.forGood("MAIL_ADDRESS");
        } catch (MailSendException e) {
            return refusedForGood(e) ? Failed.forGood("MAIL_REFUSED") : Failed.forNow("MAIL_NOT_SENT");
        } catch (MailException e) {
            return Failed.forNow("MAIL_NOT_SENT");
        }
    }

    /** The server knows no such address (RFC 5321, 4.2.3: 550 to 553); anything else may pass. */
    private static boolean refusedForGood(MailSendException e) {
        for (Exception one : e.getFailedMessages().values()) {
            for (Throwable cause = one; cause != null; cause = cause instanceof MessagingException m && m.getNextException() != null
                    ? m.getNextException() : cause.getCause()) {
                if (cause.getMessage() != null && cause.getMessage().strip().matches("(?s)55[0-3][ -].*")) {
                    return true;
                }
            }
        }
        return false;
    }
}
