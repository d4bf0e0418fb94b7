// Texts of the sample whose bytes no editor writes any more: other encodings, bytes that are none.

/** Simplified Chinese, kept in GB18030. */
export const saltRoad = `首页 > 财经 > 盐路

蓝河早报

盐路上的押金

作者：林渡
发布时间：2024年8月2日

本文纯属虚构，海云共和国及文中机构、人物、地名均不存在。

从盐田到码头有四个钟头的车程。司机说，这条路上没有人付过现钱，工资都记在村里的账上。

村里的会计有两本账。一本给来检查的人看，另一本锁在他家的柜子里。工人问起自己的押金，他就说柜子的钥匙丢了。

去年冬天，省里派人来查过一次。来的人喝了茶，看了第一本账，在上面签了字。

1 条评论

版权所有 蓝河早报
`;

/** English, kept in Windows-1252: curly quotes, dashes and accents are single bytes. */
export const ferryFares = `The Beigang Courier

The price of the café ferry

By Rin Salmé

3 October 2024

“Forty crowns, and nobody asks for your papers,” says the man at the landing stage – he has said it all summer. The ferry to the café on the rock is not a ferry, and the café serves nothing.

Its passengers leave by the back door. Those who come back owe the ferryman’s cousin a season’s work, and pay it in his kiln. Everything here is invented.

© 2024 The Beigang Courier
`;

/** UTF-8 as a broken disk gave it back: \`¤\` stands for a byte that begins nothing. */
export const harbourLog = `Harbour log, pages 40 to 42

Author: The harbour master of Moshan
Date: 7 July 2023

The brig “Patience” came in at noon with a crew of eleven and papers for nine. “The other two were ¤orn at sea,” said the mate – “on the same day, as it happens.” The harbour master’s clerk wrote it down.

On the second day the two were gone. “Nobody saw them leave,” says the watchman’s report; the mate had signed for them. His name is not legib¤e. Everything here is invented.
`;
