/** What people typed into one field for both languages, in `tour/scene.ts`, in the invented month and in the company's profile: the product does not know its language. */
export const TYPED: readonly string[] = [
  // The product's own name.
  '首问',
  '演示（虚构）',
  '【演示，虚构】',
  '（虚构）',
  '(Invented)',
  '这里可以换一种说法',
  '下次会先说明由我跟进',
  'Published for the demonstration.',
  'tell the customer first that you will follow it up',
  'Next time I will say first that I follow it up',
  '这句话我在结尾说过。',
  '2026-法-021',
  '退款争议',
  '法院',
  '每季抽查。',
  '来函',
  '日报导出',
  '按公司制度',
  '绿谷银行行庆日',
  '年度盘点停业',
  '客服部培训日',
  '第四十七条',
  // Customers, masked, and what their calls are about.
  '**',
  '新卡未寄到',
];
