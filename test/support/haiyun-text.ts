// A made-up report of a made-up state, as a person would save it from the web: curly and straight marks, a page break in a
// sentence, hyphens at line ends, notes, headings, Chinese beside English.

export const haiyunReport = `[Home](#) > Reports > Haiyun

# Labour Monitor 2031: Haiyun

## Law

The Government of the Republic of Haiyun does not fully meet the minimum standards for the protection of dock workers and is not making significant efforts to do so. Haiyun remained in the third group for the eighth consecutive year. In 2031 the harbour police opened 371 investigations and arrested 415 suspected recruiters, compared with 1,004 in 2016.1

Article 240 of the criminal code prescribes penalties of five to 10 years' imprisonment and fines of up to \\$30,000. These penalties were sufficiently stringent; however, courts often imposed suspended sentences instead. The criminal code of P. R. H. does not prohibit debt bondage, nor does it define coercion.2

According to the “Harbour Bureau,” officials reportedly returned 12 fishers to the islands without a hearing, and none of them has been heard of since. The ministry denied this. Some observers said the figures may have been inflated – although no evidence was given – and that at least two shelters had been closed. 3

## Shelters

Authorities reported that the provinces of Beilan, Nanshan and Xiwan maintained shelters with some 1,700 beds for men, women and children who had been rescued from ships under the

17

flag of convenience, but most of them stood empty throughout the winter because of a lack of staff. The U. S. -Haiyun Joint Group visited the north-eastern ports in May and described the re-
opened shelter in Beilan as “clean but unheated”. Social workers were told not to speak with visitors.

政府沒有採取任何措施保護受害者，二〇三一年共有三萬人被捕，其中一百二十人至今下落不明。北嵐省的收容所只有四十張床位，工作人員不足。

Women were told that their wages would be paid at the end of the season. Men were told nothing at all. Employers withheld identity papers, restricted movement, and threatened those who complained with deportation.

## Prevention

The government conducted awareness campaigns in twelve coastal towns, distributed 40,000 leaflets, and operated a hotline in four languages. The hotline never received more than 90 calls a month, and fewer than 5 percent of the callers were referred to services. For the eighth consecutive year, the government did not report the number of inspections of distant-water vessels.
`;

/** Whole sentences of the report, as they stand in it. */
export const haiyunSentences: readonly string[] = [
  'The Government of the Republic of Haiyun does not fully meet the minimum standards for the protection of dock workers and is not making significant efforts to do so.',
  'Haiyun remained in the third group for the eighth consecutive year.',
  "Article 240 of the criminal code prescribes penalties of five to 10 years' imprisonment and fines of up to \\$30,000.",
  'These penalties were sufficiently stringent; however, courts often imposed suspended sentences instead.',
  'The criminal code of P. R. H. does not prohibit debt bondage, nor does it define coercion.',
  'According to the “Harbour Bureau,” officials reportedly returned 12 fishers to the islands without a hearing, and none of them has been heard of since.',
  'Some observers said the figures may have been inflated – although no evidence was given – and that at least two shelters had been closed.',
  'Authorities reported that the provinces of Beilan, Nanshan and Xiwan maintained shelters with some 1,700 beds for men, women and children who had been rescued from ships under the\n\n17\n\nflag of convenience, but most of them stood empty throughout the winter because of a lack of staff.',
  'The U. S. -Haiyun Joint Group visited the north-eastern ports in May and described the re-\nopened shelter in Beilan as “clean but unheated”.',
  'Women were told that their wages would be paid at the end of the season.',
  'Employers withheld identity papers, restricted movement, and threatened those who complained with deportation.',
  'The government conducted awareness campaigns in twelve coastal towns, distributed 40,000 leaflets, and operated a hotline in four languages.',
  'The hotline never received more than 90 calls a month, and fewer than 5 percent of the callers were referred to services.',
  'For the eighth consecutive year, the government did not report the number of inspections of distant-water vessels.',
  '政府沒有採取任何措施保護受害者，二〇三一年共有三萬人被捕，其中一百二十人至今下落不明。',
  '北嵐省的收容所只有四十張床位，工作人員不足。',
];
