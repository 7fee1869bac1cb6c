/**
 * Papers as people get them: the transaction certificate as signed JSON and as PDF with a QR code, agreement and protocols as text and
 * PDF, in Chinese and English.
 *
 * <p>A paper is a function of the facts: the same facts give the same bytes, on every machine and at every time. The gateway may use
 * the public types. This package stands on {@code settlement.document}, which knows the facts, and {@code settlement.proof}, which
 * checks what is written here; PDF and QR libraries are used nowhere else.
 *
 * <pre>
 *   books --document--&gt; facts --CertificateIssuer--&gt; Certificate --CertificateText--&gt; NUMBER.json
 *                               journal, key --^          |
 *                                                         +-- CertificatePdf --&gt; NUMBER.pdf (NUMBER.json attached)
 * </pre>
 */
@NullMarked
package org.tpx.settlement.paper;

import org.jspecify.annotations.NullMarked;
