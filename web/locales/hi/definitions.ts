import type {
  definitionText as englishText,
  definitions as englishDefinitions,
} from '../en/definitions'
import type { Words } from '../words'

type Definition = { readonly what: string; readonly formula?: string; readonly files: string }

const PAYMENTS = 'Payments to Date (Order Payments शीट)'
const ALL_PAYMENTS = 'Payments to Date, सारी शीटें'
const ADS_SHEET = 'Payments to Date (Ads Cost शीट)'
const OWN_COSTS = 'आपकी भरी हुई लागत और खर्च'

function term(what: string, column: string): Definition {
  return { what, formula: `कॉलम “${column}” का जोड़`, files: PAYMENTS }
}

/** What each figure means, how it is made, and from which files. */
export const definitions: Words<typeof englishDefinitions> = {
  grossSales: term('ग्राहकों से जो लिया गया, GST और शिपिंग समेत।', 'Total Sale Amount'),
  salesReturned: term('ग्राहक के रिटर्न करने पर वापस ली गई बिक्री।', 'Total Sale Return Amount'),
  netSales: {
    what: 'वह बिक्री जो बिक्री ही रही।',
    formula: 'कुल बिक्री + रिटर्न हुई बिक्री',
    files: PAYMENTS,
  },
  fees: {
    what: 'Meesho अपनी सेवाओं के लिए जो कुछ काटता है, GST समेत।',
    formula: 'कमीशन + प्लेटफ़ॉर्म फ़ीस + फ़िक्स्ड फ़ीस + वेयरहाउस + शिपिंग + रिटर्न शिपिंग + सपोर्ट + प्रीमियम',
    files: PAYMENTS,
  },
  commission: term('Meesho का कमीशन, GST समेत।', 'Meesho Commission'),
  goldFee: term('Gold प्रोग्राम की फ़ीस।', 'Meesho gold platform fee'),
  mallFee: term('Mall प्रोग्राम की फ़ीस।', 'Meesho mall platform fee'),
  fixedFeeRevenue: term('हर ऑर्डर की फ़िक्स्ड फ़ीस।', 'Fixed Fee'),
  warehousingRevenue: term('Meesho के वेयरहाउस में रखे माल की फ़ीस।', 'Warehousing fee'),
  fixedFeeDeduction: term('फ़ॉर्मूले के बाहर छपी फ़िक्स्ड फ़ीस।', 'Fixed Fee (deduction)'),
  warehousingDeduction: term('फ़ॉर्मूले के बाहर छपी वेयरहाउस फ़ीस।', 'Warehousing fee (deduction)'),
  shipping: term('ग्राहक तक पहुँचाने का जो खर्च आपसे लिया गया।', 'Shipping Charge'),
  returnShipping: term(
    'कस्टमर रिटर्न वापस लाने का जो खर्च आपसे लिया गया। RTO में यह नहीं लगता।',
    'Return Shipping Charge',
  ),
  gstCompensation: term('PRP कीमतों पर GST का फ़र्क।', 'GST Compensation (PRP Shipping)'),
  supportNet: term('दूसरी सपोर्ट सर्विस, छूट (वेवर) के बाद।', 'Net Other Support Service Charges'),
  supportGst: term('दूसरी सपोर्ट सर्विस पर GST।', 'GST on Net Other Support Service Charges'),
  returnPremium: term('रिटर्न कर सकने के लिए ग्राहक ने जो दिया।', 'Return premium'),
  returnPremiumReturn: term('लौटाया गया रिटर्न प्रीमियम।', 'Return premium of Return'),
  compensation: term('Meesho ने बिना माँगे जो पैसा दिया।', 'Compensation'),
  claims: term('मंज़ूर हुए क्लेम का पैसा।', 'Claims'),
  recovery: term('Meesho ने जो पैसा वापस काट लिया; कारण उसी लाइन में है।', 'Recovery'),
  taxesWithheld: {
    what: 'आपके नाम पर काटा गया टैक्स। टैक्स रिटर्न भरने पर यह आपको वापस मिलता है।',
    formula: 'TCS + TDS',
    files: PAYMENTS,
  },
  tcs: term('काटा गया GST, जो आपके GST कैश लेजर में जमा होता है।', 'TCS'),
  tds: term('धारा 194-O में काटा गया इनकम टैक्स।', 'TDS'),
  unexplained: {
    what: 'सेटलमेंट का वह हिस्सा जिसका हिसाब लाइन के अपने हिस्सों से नहीं मिलता। यह हमेशा दिखाया जाता है, कहीं मिलाया नहीं जाता।',
    formula: 'Final Settlement Amount − उसके फ़ॉर्मूले के 18 हिस्से',
    files: PAYMENTS,
  },
  settlement: term('Meesho ने ऑर्डर का जो सेटल किया।', 'Final Settlement Amount'),
  ads: {
    what: 'विज्ञापन का खर्च GST समेत, क्रेडिट घटाने के बाद।',
    formula: 'कॉलम “Total Ads Cost” का जोड़',
    files: 'Payments to Date (Ads Cost शीट)',
  },
  referral: {
    what: 'आपके बताए सेलर के जुड़ने का इनाम, टैक्स के बाद।',
    formula: 'Net Referral Amount + Taxes',
    files: 'Payments to Date (Referral Payments शीट)',
  },
  platformAdjustments: {
    what: 'वह पैसा जो किसी ऑर्डर का नहीं है: प्रोग्राम का मुआवज़ा और रिकवरी।',
    formula: 'कॉलम “Amount” का जोड़',
    files: 'Payments to Date (Compensation and Recovery शीट)',
  },
  bankReceipts: {
    what: 'जो पैसा आपके बैंक खाते में आया, या उससे गया।',
    formula: 'सेटलमेंट + विज्ञापन + रेफ़रल पेमेंट + प्लेटफ़ॉर्म एडजस्टमेंट',
    files: ALL_PAYMENTS,
  },
  taxCredits: {
    what: 'TCS और TDS आपके ही हैं: टैक्स रिटर्न भरने पर वापस आते हैं।',
    formula: '− (TCS + TDS)',
    files: PAYMENTS,
  },
  gstOnSales: {
    what: 'आपकी कीमतों के अंदर का GST। यह सरकार का है, आपका नहीं। बिना GST वाले स्टोर के लिए शून्य।',
    formula: '− नेट बिक्री × दर ÷ (100 + दर), हर लाइन पर, उसके प्रोडक्ट की GST दर से',
    files: PAYMENTS,
  },
  gstCreditOnFees: {
    what: 'Meesho की सेवाओं पर आपने जो GST दिया और जिसे आप घटा सकते हैं। बिना GST वाले स्टोर के लिए शून्य।',
    formula: 'फ़ीस और विज्ञापन का 18 ÷ 118',
    files: ALL_PAYMENTS,
  },
  cogs: {
    what: 'ग्राहकों के पास रहे पीस आपको कितने के पड़े, ऑर्डर की तारीख पर लागू लागत से। जिस SKU की लागत नहीं भरी, वह इसमें नहीं है और उसका नाम बताया जाता है।',
    formula: 'एक पीस की लागत × ग्राहकों के पास रहे पीस',
    files: OWN_COSTS,
  },
  packaging: {
    what: 'भेजे गए माल की पैकिंग; एक्सचेंज में पैकिंग दो बार लगती है।',
    formula: 'पैकिंग का खर्च × भेजे गए पीस',
    files: OWN_COSTS,
  },
  overheads: {
    what: 'किराया, तनख़्वाह और हर महीने के दूसरे खर्च, महीने के हर दिन पर बराबर बाँटे हुए।',
    files: OWN_COSTS,
  },
  netProfit: {
    what: 'बिक्री में से जो बचा। जो लागत पता नहीं, वह इसमें से नहीं घटी है।',
    formula:
      'बैंक में आया पैसा + TCS और TDS का क्रेडिट + बिक्री पर GST + फ़ीस और विज्ञापन पर GST क्रेडिट + माल की लागत + पैकिंग + मासिक खर्च',
    files: ALL_PAYMENTS,
  },
  returnRate: {
    what: 'इन दिनों के सारे पीस में से ग्राहकों ने कितने लौटाए।',
    formula: 'रिटर्न हुए पीस ÷ पीस',
    files: `${PAYMENTS}, ऑर्डर`,
  },
  rtoRate: {
    what: 'इन दिनों के सारे पीस में से कितने ग्राहक तक पहुँचे ही नहीं और वापस आए।',
    formula: 'RTO पीस ÷ पीस',
    files: `${PAYMENTS}, ऑर्डर`,
  },
  adsShare: {
    what: 'आपकी नेट बिक्री का कितना हिस्सा विज्ञापन में गया।',
    formula: 'विज्ञापन ÷ नेट बिक्री',
    files: ALL_PAYMENTS,
  },
  adCost: {
    what: 'खुद विज्ञापनों की कीमत, छूट और GST से पहले।',
    formula: 'कॉलम “Ad Cost” का जोड़',
    files: ADS_SHEET,
  },
  adCredits: {
    what: 'विज्ञापन पर Meesho की दी हुई छूट।',
    formula: 'कॉलम “Credits / Waivers / Discounts” का जोड़',
    files: ADS_SHEET,
  },
  adNetCost: {
    what: 'छूट के बाद और GST से पहले विज्ञापन।',
    formula: 'कॉलम “Ad Cost incl. Credits/Waivers/Discounts” का जोड़',
    files: ADS_SHEET,
  },
  adGst: { what: 'विज्ञापन पर GST।', formula: 'कॉलम “GST” का जोड़', files: ADS_SHEET },
  adGstCredit: {
    what: 'विज्ञापन में लगा GST जो आपको वापस मिलता है। बिना GST वाले स्टोर के लिए शून्य।',
    formula: 'विज्ञापन का 18 ÷ 118',
    files: ADS_SHEET,
  },
  adSalesPerRupee: {
    what: 'विज्ञापन में GST समेत कटे हर ₹1 पर नेट बिक्री; इसे “MER” भी कहते हैं। सारी बिक्री सारे विज्ञापन के सामने है, क्योंकि कौन-सी बिक्री विज्ञापन से हुई, यह कोई नहीं बता सकता।',
    formula: 'नेट बिक्री ÷ विज्ञापन, नीचे की ओर',
    files: ALL_PAYMENTS,
  },
  adBreakEven: {
    what: 'विज्ञापन के हर ₹1 का खर्च निकालने के लिए कितनी बिक्री चाहिए, इस हिसाब से कि विज्ञापन से पहले आपकी बिक्री में क्या बचता है। जिन SKU की लागत पता नहीं, वे इसमें नहीं हैं, और बताया गया है कि कितने हैं।',
    formula:
      '(विज्ञापन − विज्ञापन का GST जो वापस आता है) ÷ विज्ञापन ÷ (विज्ञापन से पहले बचा ÷ नेट बिक्री), ऊपर की ओर',
    files: `${ALL_PAYMENTS}, आपकी भरी हुई लागत`,
  },
  adClaimedSales: {
    what: 'विज्ञापन के हर ₹1 पर उन ऑर्डर की नेट बिक्री जिन पर Meesho “Ad order” लिखता है; इसे “ROAS” भी कहते हैं। यह Meesho का कहना है, और इसमें कैंपेन का नाम नहीं।',
    formula: 'निशान वाले ऑर्डर की नेट बिक्री ÷ विज्ञापन',
    files: `${ALL_PAYMENTS}, ऑर्डर`,
  },
  adContribution: {
    what: 'Meesho की फ़ीस, GST, माल की लागत और पैकिंग के बाद बिक्री में जो बचता है, विज्ञापन और मासिक खर्च से पहले।',
    formula: 'नेट मुनाफ़ा, बिना विज्ञापन, रेफ़रल भुगतान, प्लेटफ़ॉर्म एडजस्टमेंट और मासिक खर्च के',
    files: `${ALL_PAYMENTS}, आपकी भरी हुई लागत`,
  },
  adAllocation: {
    what: 'अनुमान से SKU पर बाँटा विज्ञापन, क्योंकि कोई फ़ाइल विज्ञापन को ऑर्डर से नहीं जोड़ती। किसी और स्क्रीन में यह नहीं गिना जाता।',
    formula: '(विज्ञापन − विज्ञापन का GST जो वापस आता है) × SKU का हिस्सा, पैसे-पैसे तक',
    files: `${ALL_PAYMENTS}, ऑर्डर`,
  },
  attention: {
    what: 'जो फ़ाइलें पढ़ी नहीं जा सकीं, रोकी गईं, या जिनकी कुछ लाइनें गिनी नहीं जा सकीं।',
    files: 'आपकी भेजी हुई फ़ाइलें',
  },
  returnsInTransit: {
    what: 'इन दिनों में बने रिटर्न पार्सल जो अभी आपकी तरफ़ रास्ते में हैं या डिलीवरी के लिए निकले हैं।',
    files: 'रिटर्न',
  },
  returnsReceived: {
    what: 'इन दिनों में बने रिटर्न पार्सल जो आपको वापस मिल गए।',
    files: 'रिटर्न',
  },
  returnsLost: {
    what: 'इन दिनों में बने रिटर्न पार्सल जिन्हें Meesho खोया हुआ बताता है। खोए पार्सल का मुआवज़ा मिलता है।',
    files: 'रिटर्न',
  },
  returnsOverdue: {
    what: 'वे पार्सल जो रिटर्न बनने के 21 दिन बाद भी रास्ते में हैं।',
    files: 'रिटर्न',
  },
  promised: {
    what: 'Meesho का अनुमान है, पैसा अभी नहीं आया। यह किसी जोड़ में नहीं है।',
    files: 'आउटस्टैंडिंग पेमेंट',
  },
}

export const definitionText: Words<typeof englishText> = {
  formula: 'कैसे निकला',
  files: 'किस फ़ाइल से',
  close: 'बंद करें',
  more: '“शब्दों का मतलब” में खोलें',
}
