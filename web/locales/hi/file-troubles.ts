/** Why a file, a report or a row is not taken, by the English sentence; # stands for each number in it. */
export const fileTroubles: Readonly<Record<string, string>> = {
  // Files that are not taken.
  'This file is empty.': 'यह फ़ाइल खाली है।',
  'This file is empty. Download it again and send it.': 'यह फ़ाइल खाली है। फिर से डाउनलोड करके भेजें।',
  'The file did not arrive whole. Send it again.': 'फ़ाइल पूरी नहीं पहुँची। फिर से भेजें।',
  'This file was just removed. Send it again.': 'यह फ़ाइल अभी-अभी हटाई गई है। फिर से भेजें।',
  'This file is larger than # MB. Download the report for a shorter period and send the parts.':
    'यह फ़ाइल # MB से बड़ी है। रिपोर्ट कम दिनों के हिस्सों में डाउनलोड करके भेजें।',
  'This file is too large. Upload a shorter period.': 'यह फ़ाइल बहुत बड़ी है। कम दिनों की फ़ाइल भेजें।',
  'A file inside is larger than # MB. Download a shorter period and upload that.':
    'अंदर की एक फ़ाइल # MB से बड़ी है। कम दिनों की फ़ाइल डाउनलोड करके भेजें।',
  'The files inside unpack to more than # MB. Upload a shorter period.':
    'अंदर की फ़ाइलें खुलकर # MB से ज़्यादा हो जाती हैं। कम दिनों की फ़ाइल भेजें।',
  'This request is larger than # KB.': 'यह # KB से बड़ा है।',
  'This is an old Excel file (.xls) or one with a password. Save it as .xlsx without a password and upload that.':
    'यह पुरानी Excel फ़ाइल (.xls) है, या इस पर पासवर्ड है। इसे बिना पासवर्ड के .xlsx में सेव करके भेजें।',
  'This is a PDF. We read reports in Excel, CSV and ZIP files.':
    'यह PDF है। हम Excel, CSV और ZIP फ़ाइलों की रिपोर्ट पढ़ते हैं।',
  'This is a picture. We read reports in Excel, CSV and ZIP files.':
    'यह फ़ोटो है। हम Excel, CSV और ZIP फ़ाइलों की रिपोर्ट पढ़ते हैं।',
  'This is a web page, not a report. Download the report again from the panel.':
    'यह वेब पेज है, रिपोर्ट नहीं। पैनल से रिपोर्ट फिर से डाउनलोड करें।',
  'We do not know this kind of file. We read reports in Excel, CSV and ZIP files.':
    'इस तरह की फ़ाइल हम नहीं जानते। हम Excel, CSV और ZIP फ़ाइलों की रिपोर्ट पढ़ते हैं।',
  'This CSV file ends in the middle of a cell. Download it again and upload the new copy.':
    'यह CSV फ़ाइल बीच में ही कट गई है। फिर से डाउनलोड करके नई फ़ाइल भेजें।',
  'This text file is cut off or damaged. Download it again and upload the new copy.':
    'यह फ़ाइल कट गई है या खराब है। फिर से डाउनलोड करके नई फ़ाइल भेजें।',
  'This file is cut off or damaged. Download it again and upload the new copy.':
    'यह फ़ाइल कट गई है या खराब है। फिर से डाउनलोड करके नई फ़ाइल भेजें।',
  'This workbook is damaged. Download it again and upload the new copy.':
    'यह Excel फ़ाइल खराब है। फिर से डाउनलोड करके नई फ़ाइल भेजें।',
  'A sheet of this workbook ends in the middle. Download the workbook again and upload the new copy.':
    'इस Excel फ़ाइल की एक शीट बीच में ही कट गई है। फिर से डाउनलोड करके नई फ़ाइल भेजें।',
  'This workbook is written in an unusual way. Open it in Excel, save it as .xlsx and upload that.':
    'यह Excel फ़ाइल अलग ढंग से लिखी है। इसे Excel में खोलकर .xlsx में सेव करें और वह भेजें।',
  'This workbook holds too much text to read at once. Download a shorter period and upload that.':
    'इस Excel फ़ाइल में एक बार में पढ़ने के लिए बहुत ज़्यादा लिखा है। कम दिनों की फ़ाइल डाउनलोड करके भेजें।',
  'This workbook holds definitions that no report needs, so we do not open it.':
    'इस Excel फ़ाइल में ऐसी चीज़ें हैं जो किसी रिपोर्ट में नहीं होतीं, इसलिए हम इसे नहीं खोलते।',
  'This is a binary Excel workbook (.xlsb). Save it as .xlsx and upload that.':
    'यह .xlsb वाली Excel फ़ाइल है। इसे .xlsx में सेव करके भेजें।',
  'This file has more than # rows. Download a shorter period and upload that.':
    'इस फ़ाइल में # से ज़्यादा लाइनें हैं। कम दिनों की फ़ाइल डाउनलोड करके भेजें।',
  'This file has more than # columns, so it is no report that we know.':
    'इस फ़ाइल में # से ज़्यादा कॉलम हैं, इसलिए यह हमारी जानी हुई रिपोर्ट नहीं है।',
  'A cell of this file holds far more text than any report does.':
    'इस फ़ाइल के एक खाने में किसी भी रिपोर्ट से बहुत ज़्यादा लिखा है।',
  'A row of this file is too long to be a report.':
    'इस फ़ाइल की एक लाइन किसी रिपोर्ट के लिए बहुत लंबी है।',
  'This is a ZIP in a ZIP in a ZIP. Unpack it once and upload the files inside.':
    'यह ZIP के अंदर ZIP के अंदर ZIP है। एक बार खोलें और अंदर की फ़ाइलें भेजें।',
  'This upload holds more than # files. Upload fewer at a time.':
    'इसमें # से ज़्यादा फ़ाइलें हैं। एक बार में कम फ़ाइलें भेजें।',
  'This ZIP holds more than # files. Upload fewer at a time.':
    'इस ZIP में # से ज़्यादा फ़ाइलें हैं। एक बार में कम फ़ाइलें भेजें।',
  'This file is locked with a password. Remove the password and upload it again.':
    'इस फ़ाइल पर पासवर्ड लगा है। पासवर्ड हटाकर फिर से भेजें।',
  'This ZIP was packed in a way we cannot open. Unpack it and upload the files inside.':
    'यह ZIP ऐसे बनी है कि हम खोल नहीं सकते। इसे खोलकर अंदर की फ़ाइलें भेजें।',
  'This ZIP does not hold what it says it holds. Download it again and upload the new copy.':
    'इस ZIP में वह नहीं है जो उस पर लिखा है। फिर से डाउनलोड करके नई फ़ाइल भेजें।',
  'We know no report in this file. From Meesho we read orders, payments and outstanding payments, returns, claims, GST reports and tax invoices, as the supplier panel gives them; from you, a list of costs with the columns SKU and Cost. As CSV, XLSX, or a ZIP of these.':
    'इस फ़ाइल में हमारी जानी हुई कोई रिपोर्ट नहीं है। Meesho से हम ऑर्डर, पेमेंट, आउटस्टैंडिंग पेमेंट, रिटर्न, क्लेम, GST रिपोर्ट और टैक्स इनवॉइस पढ़ते हैं, जैसे सप्लायर पैनल से मिलें; और आपसे लागत की लिस्ट, जिसमें SKU और Cost कॉलम हों। CSV, XLSX, या इनकी ZIP में।',
  'We could not read this file although we tried several times. Nothing of it was counted, and we have been told. You may send it again.':
    'कई बार कोशिश करने पर भी हम यह फ़ाइल नहीं पढ़ सके। इसका कुछ भी नहीं गिना गया, और हमें पता चल गया है। आप इसे फिर से भेज सकते हैं।',
  'The kept copy of this file cannot be opened: its key is gone, or its bytes were changed. Send the file again.':
    'इस फ़ाइल की रखी हुई कॉपी नहीं खुल सकती: उसकी चाबी नहीं रही, या फ़ाइल बदल गई। फ़ाइल फिर से भेजें।',
  // Reports that are held back, and what a report says that is not so.
  'This payments report has the columns of #, which we do not read yet, so nothing in it has been counted.':
    'इस पेमेंट रिपोर्ट में # वाले कॉलम हैं, जो हम अभी नहीं पढ़ते, इसलिए इसका कुछ भी नहीं गिना गया।',
  'This sheet promises money that has not been paid yet, and we read such promises for orders and ads only, so nothing in it has been counted.':
    'इस शीट में उस पैसे का वादा है जिसका पेमेंट अभी नहीं मिला। ऐसे वादे हम सिर्फ़ ऑर्डर और विज्ञापन के पढ़ते हैं, इसलिए इसका कुछ भी नहीं गिना गया।',
  'This file does not say what became of these returns: in transit, out for delivery, delivered or lost. Nothing in it has been counted. Please download it from the panel again and upload it as it comes, with the lines above the table.':
    'इस फ़ाइल में नहीं लिखा कि इन रिटर्न का क्या हुआ: रास्ते में हैं, डिलीवरी के लिए निकले, मिल गए या खो गए। इसका कुछ भी नहीं गिना गया। पैनल से फिर से डाउनलोड करें और जैसी मिले वैसी ही भेजें, टेबल के ऊपर की लाइनों के साथ।',
  'The formula row of this sheet says that TCS is # %. That is an old text of the panel: the rate is # %, and its rows are checked against that.':
    'इस शीट की फ़ॉर्मूले वाली लाइन में TCS # % लिखा है। यह पैनल का पुराना लिखा हुआ है: दर # % है, और लाइनें उसी से जाँची जाती हैं।',
  // Archives, lists of costs and bank statements.
  'An archive brings costs and decisions too, so a person has to send it, on the dashboard. Nothing of it was taken.':
    'आर्काइव के साथ लागत और फ़ैसले भी आते हैं, इसलिए उसे किसी व्यक्ति को यहीं से भेजना होगा। उसमें से कुछ नहीं लिया गया।',
  'This is an archive inside an archive. Send it by itself, if you want what is in it.':
    'यह आर्काइव के अंदर आर्काइव है। इसमें जो है वह चाहिए, तो इसे अलग से भेजें।',
  'This archive was made by another version of TrackEcom, which we cannot read. Nothing of it was taken.':
    'यह आर्काइव TrackEcom के किसी दूसरे रूप से बना है, जिसे हम नहीं पढ़ सकते। इसमें से कुछ नहीं लिया गया।',
  'This looks like an archive of another program. Nothing of it was taken. Send the report files inside it one by one.':
    'यह किसी दूसरे प्रोग्राम का आर्काइव लगता है। इसमें से कुछ नहीं लिया गया। इसके अंदर की रिपोर्ट फ़ाइलें एक-एक करके भेजें।',
  'A part of this archive is missing or was changed. Nothing of it was taken. Download it again and send the new copy.':
    'इस आर्काइव का कोई हिस्सा नहीं है या बदला गया है। इसमें से कुछ नहीं लिया गया। फिर से डाउनलोड करके नया भेजें।',
  'With the stores of this archive there would be more than #. Nothing of it was taken.':
    'इस आर्काइव के स्टोर जोड़ने पर # से ज़्यादा स्टोर हो जाएँगे। इसमें से कुछ नहीं लिया गया।',
  'You have sent more than # files, which is more than one archive holds. Take each file from the list of files, and the decisions from the address of their own.':
    'आपने # से ज़्यादा फ़ाइलें भेजी हैं, जो एक आर्काइव में नहीं आतीं। हर फ़ाइल “फ़ाइलें” पेज से डाउनलोड करें; आपके फ़ैसले अलग से मिलते हैं।',
  'There are more costs and decisions than one archive holds. Write to us.':
    'लागत और फ़ैसले एक आर्काइव से ज़्यादा हैं। हमें लिखें।',
  'The decisions of an archive have at most # MB.': 'आर्काइव के फ़ैसले ज़्यादा से ज़्यादा # MB के हो सकते हैं।',
  'A list of costs has at most # MB. Send it in parts.':
    'लागत की लिस्ट # MB तक हो सकती है। उसे हिस्सों में भेजें।',
  'This list has more than # rows. Send it in parts.': 'इस लिस्ट में # से ज़्यादा लाइनें हैं। उसे हिस्सों में भेजें।',
  'This is no list of costs: its first row names the columns, at least SKU and Cost, and as well Packaging and Effective From.':
    'यह लागत की लिस्ट नहीं है: पहली लाइन में कॉलम के नाम होते हैं, कम से कम SKU और Cost, और साथ में Packaging और Effective From भी।',
  'An earlier row has another cost for this SKU from the same day on.':
    'ऊपर की किसी लाइन में इसी SKU की इसी दिन से दूसरी लागत लिखी है।',
  'This row has a cost but no SKU.': 'इस लाइन में लागत है पर SKU नहीं।',
  'No cost is written here, so the cost of this SKU stays unknown. Write # where it costs nothing.':
    'यहाँ लागत नहीं लिखी है, इसलिए इस SKU की लागत पता नहीं रहेगी। कुछ खर्च नहीं होता, तो # लिखें।',
  'This is not a day we can read. Write it as #-#-#.':
    'यह तारीख हम नहीं पढ़ सकते। इसे #-#-# की तरह लिखें।',
  'This could be two days: #-#-# is # June or # January. Write it as #-#-#.':
    'यह दो तारीखें हो सकती हैं: #-#-# यानी # जून या # जनवरी। इसे #-#-# की तरह लिखें।',
  'This is not an amount in rupees.': 'यह रुपये की रकम नहीं है।',
  'A cost is # or more, and below a crore.': 'लागत # या उससे ज़्यादा, और एक करोड़ से कम होती है।',
  'This statement has more than # rows. Download a shorter period.':
    'इस स्टेटमेंट में # से ज़्यादा लाइनें हैं। कम दिनों का डाउनलोड करें।',
  'This statement covers more than five years of payouts. Send a shorter one.':
    'यह स्टेटमेंट पाँच साल से ज़्यादा के पेआउट का है। कम दिनों का भेजें।',
  'This row has more cells than the file has columns.': 'इस लाइन में फ़ाइल के कॉलम से ज़्यादा खाने हैं।',
  'Nothing says whether this amount came in or went out.': 'कहीं नहीं लिखा कि यह रकम आई या गई।',
  'This is no amount in rupees and paise.': 'यह रुपये-पैसे की रकम नहीं है।',
  'This row has more cells than the table has columns.': 'इस लाइन में टेबल के कॉलम से ज़्यादा खाने हैं।',
  'This row has an amount, but no day that we can read.':
    'इस लाइन में रकम है, पर ऐसी तारीख नहीं जो हम पढ़ सकें।',
  'This is no bank statement that we can read: one of its first rows names the columns, at least a date, a narration and the money that came in. Download it from your bank as CSV or Excel.':
    'यह ऐसा बैंक स्टेटमेंट नहीं है जो हम पढ़ सकें: शुरू की किसी लाइन में कॉलम के नाम होते हैं, कम से कम तारीख, विवरण और आया हुआ पैसा। इसे बैंक से CSV या Excel में डाउनलोड करें।',
}
