# tries: to write a chain of branches, each in the one before
# from: E8, C4
# told: failed
spare = 0
if spare == 1:
    pass
elif spare == 2:
    pass
elif spare == 3:
    pass
elif spare == 4:
    pass
elif spare == 5:
    pass
elif spare == 6:
    pass
elif spare == 7:
    pass
elif spare == 8:
    pass
elif spare == 9:
    pass
elif spare == 10:
    pass
elif spare == 11:
    pass
elif spare == 12:
    pass
elif spare == 13:
    pass
elif spare == 14:
    pass
elif spare == 15:
    pass
elif spare == 16:
    pass
elif spare == 17:
    pass
elif spare == 18:
    pass
elif spare == 19:
    pass
elif spare == 20:
    pass
elif spare == 21:
    pass
elif spare == 22:
    pass
elif spare == 23:
    pass
elif spare == 24:
    pass
elif spare == 25:
    pass
elif spare == 26:
    pass
elif spare == 27:
    pass
elif spare == 28:
    pass
elif spare == 29:
    pass
elif spare == 30:
    pass
elif spare == 31:
    pass
elif spare == 32:
    pass
elif spare == 33:
    pass
elif spare == 34:
    pass
elif spare == 35:
    pass
elif spare == 36:
    pass
elif spare == 37:
    pass
elif spare == 38:
    pass
elif spare == 39:
    pass
elif spare == 40:
    pass
elif spare == 41:
    pass
elif spare == 42:
    pass
elif spare == 43:
    pass
elif spare == 44:
    pass
elif spare == 45:
    pass
elif spare == 46:
    pass
elif spare == 47:
    pass
elif spare == 48:
    pass
elif spare == 49:
    pass
elif spare == 50:
    pass
elif spare == 51:
    pass
elif spare == 52:
    pass
elif spare == 53:
    pass
elif spare == 54:
    pass
elif spare == 55:
    pass
elif spare == 56:
    pass
elif spare == 57:
    pass
elif spare == 58:
    pass
elif spare == 59:
    pass
elif spare == 60:
    pass
elif spare == 61:
    pass
elif spare == 62:
    pass
elif spare == 63:
    pass
elif spare == 64:
    pass
elif spare == 65:
    pass
elif spare == 66:
    pass
elif spare == 67:
    pass
elif spare == 68:
    pass
elif spare == 69:
    pass
elif spare == 70:
    pass
elif spare == 71:
    pass
elif spare == 72:
    pass
elif spare == 73:
    pass
elif spare == 74:
    pass
elif spare == 75:
    pass
elif spare == 76:
    pass
elif spare == 77:
    pass
elif spare == 78:
    pass
elif spare == 79:
    pass
elif spare == 80:
    pass
elif spare == 81:
    pass
elif spare == 82:
    pass
elif spare == 83:
    pass
elif spare == 84:
    pass
elif spare == 85:
    pass
elif spare == 86:
    pass
elif spare == 87:
    pass
elif spare == 88:
    pass
elif spare == 89:
    pass
elif spare == 90:
    pass
elif spare == 91:
    pass
elif spare == 92:
    pass
elif spare == 93:
    pass
elif spare == 94:
    pass
elif spare == 95:
    pass
elif spare == 96:
    pass
elif spare == 97:
    pass
elif spare == 98:
    pass
elif spare == 99:
    pass
elif spare == 100:
    pass
elif spare == 101:
    pass
elif spare == 102:
    pass
elif spare == 103:
    pass
elif spare == 104:
    pass
elif spare == 105:
    pass
elif spare == 106:
    pass
elif spare == 107:
    pass
elif spare == 108:
    pass
elif spare == 109:
    pass
elif spare == 110:
    pass
elif spare == 111:
    pass
elif spare == 112:
    pass
elif spare == 113:
    pass
elif spare == 114:
    pass
elif spare == 115:
    pass
elif spare == 116:
    pass
elif spare == 117:
    pass
elif spare == 118:
    pass
elif spare == 119:
    pass
elif spare == 120:
    pass
elif spare == 121:
    pass
elif spare == 122:
    pass
elif spare == 123:
    pass
elif spare == 124:
    pass
elif spare == 125:
    pass
elif spare == 126:
    pass
elif spare == 127:
    pass
elif spare == 128:
    pass
elif spare == 129:
    pass
elif spare == 130:
    pass
elif spare == 131:
    pass
elif spare == 132:
    pass
elif spare == 133:
    pass
elif spare == 134:
    pass
elif spare == 135:
    pass
elif spare == 136:
    pass
elif spare == 137:
    pass
elif spare == 138:
    pass
elif spare == 139:
    pass
elif spare == 140:
    pass
elif spare == 141:
    pass
elif spare == 142:
    pass
elif spare == 143:
    pass
elif spare == 144:
    pass
elif spare == 145:
    pass
elif spare == 146:
    pass
elif spare == 147:
    pass
elif spare == 148:
    pass
elif spare == 149:
    pass
elif spare == 150:
    pass
elif spare == 151:
    pass
elif spare == 152:
    pass
elif spare == 153:
    pass
elif spare == 154:
    pass
elif spare == 155:
    pass
elif spare == 156:
    pass
elif spare == 157:
    pass
elif spare == 158:
    pass
elif spare == 159:
    pass
elif spare == 160:
    pass
elif spare == 161:
    pass
elif spare == 162:
    pass
elif spare == 163:
    pass
elif spare == 164:
    pass
elif spare == 165:
    pass
elif spare == 166:
    pass
elif spare == 167:
    pass
elif spare == 168:
    pass
elif spare == 169:
    pass
elif spare == 170:
    pass
elif spare == 171:
    pass
elif spare == 172:
    pass
elif spare == 173:
    pass
elif spare == 174:
    pass
elif spare == 175:
    pass
elif spare == 176:
    pass
elif spare == 177:
    pass
elif spare == 178:
    pass
elif spare == 179:
    pass
elif spare == 180:
    pass
elif spare == 181:
    pass
elif spare == 182:
    pass
elif spare == 183:
    pass
elif spare == 184:
    pass
elif spare == 185:
    pass
elif spare == 186:
    pass
elif spare == 187:
    pass
elif spare == 188:
    pass
elif spare == 189:
    pass
elif spare == 190:
    pass
elif spare == 191:
    pass
elif spare == 192:
    pass
elif spare == 193:
    pass
elif spare == 194:
    pass
elif spare == 195:
    pass
elif spare == 196:
    pass
elif spare == 197:
    pass
elif spare == 198:
    pass
elif spare == 199:
    pass
elif spare == 200:
    pass
elif spare == 201:
    pass
elif spare == 202:
    pass
elif spare == 203:
    pass
elif spare == 204:
    pass
elif spare == 205:
    pass
elif spare == 206:
    pass
elif spare == 207:
    pass
elif spare == 208:
    pass
elif spare == 209:
    pass
elif spare == 210:
    pass
elif spare == 211:
    pass
elif spare == 212:
    pass
elif spare == 213:
    pass
elif spare == 214:
    pass
elif spare == 215:
    pass
elif spare == 216:
    pass
elif spare == 217:
    pass
elif spare == 218:
    pass
elif spare == 219:
    pass
elif spare == 220:
    pass
elif spare == 221:
    pass
elif spare == 222:
    pass
elif spare == 223:
    pass
elif spare == 224:
    pass
elif spare == 225:
    pass
elif spare == 226:
    pass
elif spare == 227:
    pass
elif spare == 228:
    pass
elif spare == 229:
    pass
elif spare == 230:
    pass
elif spare == 231:
    pass
elif spare == 232:
    pass
elif spare == 233:
    pass
elif spare == 234:
    pass
elif spare == 235:
    pass
elif spare == 236:
    pass
elif spare == 237:
    pass
elif spare == 238:
    pass
elif spare == 239:
    pass
elif spare == 240:
    pass
elif spare == 241:
    pass
elif spare == 242:
    pass
elif spare == 243:
    pass
elif spare == 244:
    pass
elif spare == 245:
    pass
elif spare == 246:
    pass
elif spare == 247:
    pass
elif spare == 248:
    pass
elif spare == 249:
    pass
elif spare == 250:
    pass
elif spare == 251:
    pass
elif spare == 252:
    pass
elif spare == 253:
    pass
elif spare == 254:
    pass
elif spare == 255:
    pass
elif spare == 256:
    pass
elif spare == 257:
    pass
elif spare == 258:
    pass
elif spare == 259:
    pass
elif spare == 260:
    pass
elif spare == 261:
    pass
elif spare == 262:
    pass
elif spare == 263:
    pass
elif spare == 264:
    pass
elif spare == 265:
    pass
elif spare == 266:
    pass
elif spare == 267:
    pass
elif spare == 268:
    pass
elif spare == 269:
    pass
elif spare == 270:
    pass
elif spare == 271:
    pass
elif spare == 272:
    pass
elif spare == 273:
    pass
elif spare == 274:
    pass
elif spare == 275:
    pass
elif spare == 276:
    pass
elif spare == 277:
    pass
elif spare == 278:
    pass
elif spare == 279:
    pass
elif spare == 280:
    pass
elif spare == 281:
    pass
elif spare == 282:
    pass
elif spare == 283:
    pass
elif spare == 284:
    pass
elif spare == 285:
    pass
elif spare == 286:
    pass
elif spare == 287:
    pass
elif spare == 288:
    pass
elif spare == 289:
    pass
elif spare == 290:
    pass
elif spare == 291:
    pass
elif spare == 292:
    pass
elif spare == 293:
    pass
elif spare == 294:
    pass
elif spare == 295:
    pass
elif spare == 296:
    pass
elif spare == 297:
    pass
elif spare == 298:
    pass
elif spare == 299:
    pass
elif spare == 300:
    pass
elif spare == 301:
    pass
elif spare == 302:
    pass
elif spare == 303:
    pass
elif spare == 304:
    pass
elif spare == 305:
    pass
elif spare == 306:
    pass
elif spare == 307:
    pass
elif spare == 308:
    pass
elif spare == 309:
    pass
elif spare == 310:
    pass
elif spare == 311:
    pass
elif spare == 312:
    pass
elif spare == 313:
    pass
elif spare == 314:
    pass
elif spare == 315:
    pass
elif spare == 316:
    pass
elif spare == 317:
    pass
elif spare == 318:
    pass
elif spare == 319:
    pass
elif spare == 320:
    pass
elif spare == 321:
    pass
elif spare == 322:
    pass
elif spare == 323:
    pass
elif spare == 324:
    pass
elif spare == 325:
    pass
elif spare == 326:
    pass
elif spare == 327:
    pass
elif spare == 328:
    pass
elif spare == 329:
    pass
elif spare == 330:
    pass
elif spare == 331:
    pass
elif spare == 332:
    pass
elif spare == 333:
    pass
elif spare == 334:
    pass
elif spare == 335:
    pass
elif spare == 336:
    pass
elif spare == 337:
    pass
elif spare == 338:
    pass
elif spare == 339:
    pass
elif spare == 340:
    pass
elif spare == 341:
    pass
elif spare == 342:
    pass
elif spare == 343:
    pass
elif spare == 344:
    pass
elif spare == 345:
    pass
elif spare == 346:
    pass
elif spare == 347:
    pass
elif spare == 348:
    pass
elif spare == 349:
    pass
elif spare == 350:
    pass
elif spare == 351:
    pass
elif spare == 352:
    pass
elif spare == 353:
    pass
elif spare == 354:
    pass
elif spare == 355:
    pass
elif spare == 356:
    pass
elif spare == 357:
    pass
elif spare == 358:
    pass
elif spare == 359:
    pass
elif spare == 360:
    pass
elif spare == 361:
    pass
elif spare == 362:
    pass
elif spare == 363:
    pass
elif spare == 364:
    pass
elif spare == 365:
    pass
elif spare == 366:
    pass
elif spare == 367:
    pass
elif spare == 368:
    pass
elif spare == 369:
    pass
elif spare == 370:
    pass
elif spare == 371:
    pass
elif spare == 372:
    pass
elif spare == 373:
    pass
elif spare == 374:
    pass
elif spare == 375:
    pass
elif spare == 376:
    pass
elif spare == 377:
    pass
elif spare == 378:
    pass
elif spare == 379:
    pass
elif spare == 380:
    pass
elif spare == 381:
    pass
elif spare == 382:
    pass
elif spare == 383:
    pass
elif spare == 384:
    pass
elif spare == 385:
    pass
elif spare == 386:
    pass
elif spare == 387:
    pass
elif spare == 388:
    pass
elif spare == 389:
    pass
elif spare == 390:
    pass
elif spare == 391:
    pass
elif spare == 392:
    pass
elif spare == 393:
    pass
elif spare == 394:
    pass
elif spare == 395:
    pass
elif spare == 396:
    pass
elif spare == 397:
    pass
elif spare == 398:
    pass
elif spare == 399:
    pass
elif spare == 400:
    pass
elif spare == 401:
    pass
elif spare == 402:
    pass
elif spare == 403:
    pass
elif spare == 404:
    pass
elif spare == 405:
    pass
elif spare == 406:
    pass
elif spare == 407:
    pass
elif spare == 408:
    pass
elif spare == 409:
    pass
elif spare == 410:
    pass
elif spare == 411:
    pass
elif spare == 412:
    pass
elif spare == 413:
    pass
elif spare == 414:
    pass
elif spare == 415:
    pass
elif spare == 416:
    pass
elif spare == 417:
    pass
elif spare == 418:
    pass
elif spare == 419:
    pass
elif spare == 420:
    pass
elif spare == 421:
    pass
elif spare == 422:
    pass
elif spare == 423:
    pass
elif spare == 424:
    pass
elif spare == 425:
    pass
elif spare == 426:
    pass
elif spare == 427:
    pass
elif spare == 428:
    pass
elif spare == 429:
    pass
elif spare == 430:
    pass
elif spare == 431:
    pass
elif spare == 432:
    pass
elif spare == 433:
    pass
elif spare == 434:
    pass
elif spare == 435:
    pass
elif spare == 436:
    pass
elif spare == 437:
    pass
elif spare == 438:
    pass
elif spare == 439:
    pass
elif spare == 440:
    pass
elif spare == 441:
    pass
elif spare == 442:
    pass
elif spare == 443:
    pass
elif spare == 444:
    pass
elif spare == 445:
    pass
elif spare == 446:
    pass
elif spare == 447:
    pass
elif spare == 448:
    pass
elif spare == 449:
    pass
elif spare == 450:
    pass
elif spare == 451:
    pass
elif spare == 452:
    pass
elif spare == 453:
    pass
elif spare == 454:
    pass
elif spare == 455:
    pass
elif spare == 456:
    pass
elif spare == 457:
    pass
elif spare == 458:
    pass
elif spare == 459:
    pass
elif spare == 460:
    pass
elif spare == 461:
    pass
elif spare == 462:
    pass
elif spare == 463:
    pass
elif spare == 464:
    pass
elif spare == 465:
    pass
elif spare == 466:
    pass
elif spare == 467:
    pass
elif spare == 468:
    pass
elif spare == 469:
    pass
elif spare == 470:
    pass
elif spare == 471:
    pass
elif spare == 472:
    pass
elif spare == 473:
    pass
elif spare == 474:
    pass
elif spare == 475:
    pass
elif spare == 476:
    pass
elif spare == 477:
    pass
elif spare == 478:
    pass
elif spare == 479:
    pass
elif spare == 480:
    pass
elif spare == 481:
    pass
elif spare == 482:
    pass
elif spare == 483:
    pass
elif spare == 484:
    pass
elif spare == 485:
    pass
elif spare == 486:
    pass
elif spare == 487:
    pass
elif spare == 488:
    pass
elif spare == 489:
    pass
elif spare == 490:
    pass
elif spare == 491:
    pass
elif spare == 492:
    pass
elif spare == 493:
    pass
elif spare == 494:
    pass
elif spare == 495:
    pass
elif spare == 496:
    pass
elif spare == 497:
    pass
elif spare == 498:
    pass
elif spare == 499:
    pass
elif spare == 500:
    pass
elif spare == 501:
    pass
elif spare == 502:
    pass
elif spare == 503:
    pass
elif spare == 504:
    pass
elif spare == 505:
    pass
elif spare == 506:
    pass
elif spare == 507:
    pass
elif spare == 508:
    pass
elif spare == 509:
    pass
elif spare == 510:
    pass
elif spare == 511:
    pass
elif spare == 512:
    pass
elif spare == 513:
    pass
elif spare == 514:
    pass
elif spare == 515:
    pass
elif spare == 516:
    pass
elif spare == 517:
    pass
elif spare == 518:
    pass
elif spare == 519:
    pass
elif spare == 520:
    pass
elif spare == 521:
    pass
elif spare == 522:
    pass
elif spare == 523:
    pass
elif spare == 524:
    pass
elif spare == 525:
    pass
elif spare == 526:
    pass
elif spare == 527:
    pass
elif spare == 528:
    pass
elif spare == 529:
    pass
elif spare == 530:
    pass
elif spare == 531:
    pass
elif spare == 532:
    pass
elif spare == 533:
    pass
elif spare == 534:
    pass
elif spare == 535:
    pass
elif spare == 536:
    pass
elif spare == 537:
    pass
elif spare == 538:
    pass
elif spare == 539:
    pass
elif spare == 540:
    pass
elif spare == 541:
    pass
elif spare == 542:
    pass
elif spare == 543:
    pass
elif spare == 544:
    pass
elif spare == 545:
    pass
elif spare == 546:
    pass
elif spare == 547:
    pass
elif spare == 548:
    pass
elif spare == 549:
    pass
elif spare == 550:
    pass
elif spare == 551:
    pass
elif spare == 552:
    pass
elif spare == 553:
    pass
elif spare == 554:
    pass
elif spare == 555:
    pass
elif spare == 556:
    pass
elif spare == 557:
    pass
elif spare == 558:
    pass
elif spare == 559:
    pass
elif spare == 560:
    pass
elif spare == 561:
    pass
elif spare == 562:
    pass
elif spare == 563:
    pass
elif spare == 564:
    pass
elif spare == 565:
    pass
elif spare == 566:
    pass
elif spare == 567:
    pass
elif spare == 568:
    pass
elif spare == 569:
    pass
elif spare == 570:
    pass
elif spare == 571:
    pass
elif spare == 572:
    pass
elif spare == 573:
    pass
elif spare == 574:
    pass
elif spare == 575:
    pass
elif spare == 576:
    pass
elif spare == 577:
    pass
elif spare == 578:
    pass
elif spare == 579:
    pass
elif spare == 580:
    pass
elif spare == 581:
    pass
elif spare == 582:
    pass
elif spare == 583:
    pass
elif spare == 584:
    pass
elif spare == 585:
    pass
elif spare == 586:
    pass
elif spare == 587:
    pass
elif spare == 588:
    pass
elif spare == 589:
    pass
elif spare == 590:
    pass
elif spare == 591:
    pass
elif spare == 592:
    pass
elif spare == 593:
    pass
elif spare == 594:
    pass
elif spare == 595:
    pass
elif spare == 596:
    pass
elif spare == 597:
    pass
elif spare == 598:
    pass
elif spare == 599:
    pass
elif spare == 600:
    pass
elif spare == 601:
    pass
elif spare == 602:
    pass
elif spare == 603:
    pass
elif spare == 604:
    pass
elif spare == 605:
    pass
elif spare == 606:
    pass
elif spare == 607:
    pass
elif spare == 608:
    pass
elif spare == 609:
    pass
elif spare == 610:
    pass
elif spare == 611:
    pass
elif spare == 612:
    pass
elif spare == 613:
    pass
elif spare == 614:
    pass
elif spare == 615:
    pass
elif spare == 616:
    pass
elif spare == 617:
    pass
elif spare == 618:
    pass
elif spare == 619:
    pass
elif spare == 620:
    pass
elif spare == 621:
    pass
elif spare == 622:
    pass
elif spare == 623:
    pass
elif spare == 624:
    pass
elif spare == 625:
    pass
elif spare == 626:
    pass
elif spare == 627:
    pass
elif spare == 628:
    pass
elif spare == 629:
    pass
elif spare == 630:
    pass
elif spare == 631:
    pass
elif spare == 632:
    pass
elif spare == 633:
    pass
elif spare == 634:
    pass
elif spare == 635:
    pass
elif spare == 636:
    pass
elif spare == 637:
    pass
elif spare == 638:
    pass
elif spare == 639:
    pass
elif spare == 640:
    pass
elif spare == 641:
    pass
elif spare == 642:
    pass
elif spare == 643:
    pass
elif spare == 644:
    pass
elif spare == 645:
    pass
elif spare == 646:
    pass
elif spare == 647:
    pass
elif spare == 648:
    pass
elif spare == 649:
    pass
elif spare == 650:
    pass
elif spare == 651:
    pass
elif spare == 652:
    pass
elif spare == 653:
    pass
elif spare == 654:
    pass
elif spare == 655:
    pass
elif spare == 656:
    pass
elif spare == 657:
    pass
elif spare == 658:
    pass
elif spare == 659:
    pass
elif spare == 660:
    pass
elif spare == 661:
    pass
elif spare == 662:
    pass
elif spare == 663:
    pass
elif spare == 664:
    pass
elif spare == 665:
    pass
elif spare == 666:
    pass
elif spare == 667:
    pass
elif spare == 668:
    pass
elif spare == 669:
    pass
elif spare == 670:
    pass
elif spare == 671:
    pass
elif spare == 672:
    pass
elif spare == 673:
    pass
elif spare == 674:
    pass
elif spare == 675:
    pass
elif spare == 676:
    pass
elif spare == 677:
    pass
elif spare == 678:
    pass
elif spare == 679:
    pass
elif spare == 680:
    pass
elif spare == 681:
    pass
elif spare == 682:
    pass
elif spare == 683:
    pass
elif spare == 684:
    pass
elif spare == 685:
    pass
elif spare == 686:
    pass
elif spare == 687:
    pass
elif spare == 688:
    pass
elif spare == 689:
    pass
elif spare == 690:
    pass
elif spare == 691:
    pass
elif spare == 692:
    pass
elif spare == 693:
    pass
elif spare == 694:
    pass
elif spare == 695:
    pass
elif spare == 696:
    pass
elif spare == 697:
    pass
elif spare == 698:
    pass
elif spare == 699:
    pass
elif spare == 700:
    pass
elif spare == 701:
    pass
elif spare == 702:
    pass
elif spare == 703:
    pass
elif spare == 704:
    pass
elif spare == 705:
    pass
elif spare == 706:
    pass
elif spare == 707:
    pass
elif spare == 708:
    pass
elif spare == 709:
    pass
elif spare == 710:
    pass
elif spare == 711:
    pass
elif spare == 712:
    pass
elif spare == 713:
    pass
elif spare == 714:
    pass
elif spare == 715:
    pass
elif spare == 716:
    pass
elif spare == 717:
    pass
elif spare == 718:
    pass
elif spare == 719:
    pass
elif spare == 720:
    pass
elif spare == 721:
    pass
elif spare == 722:
    pass
elif spare == 723:
    pass
elif spare == 724:
    pass
elif spare == 725:
    pass
elif spare == 726:
    pass
elif spare == 727:
    pass
elif spare == 728:
    pass
elif spare == 729:
    pass
elif spare == 730:
    pass
elif spare == 731:
    pass
elif spare == 732:
    pass
elif spare == 733:
    pass
elif spare == 734:
    pass
elif spare == 735:
    pass
elif spare == 736:
    pass
elif spare == 737:
    pass
elif spare == 738:
    pass
elif spare == 739:
    pass
elif spare == 740:
    pass
elif spare == 741:
    pass
elif spare == 742:
    pass
elif spare == 743:
    pass
elif spare == 744:
    pass
elif spare == 745:
    pass
elif spare == 746:
    pass
elif spare == 747:
    pass
elif spare == 748:
    pass
elif spare == 749:
    pass
elif spare == 750:
    pass
elif spare == 751:
    pass
elif spare == 752:
    pass
elif spare == 753:
    pass
elif spare == 754:
    pass
elif spare == 755:
    pass
elif spare == 756:
    pass
elif spare == 757:
    pass
elif spare == 758:
    pass
elif spare == 759:
    pass
elif spare == 760:
    pass
elif spare == 761:
    pass
elif spare == 762:
    pass
elif spare == 763:
    pass
elif spare == 764:
    pass
elif spare == 765:
    pass
elif spare == 766:
    pass
elif spare == 767:
    pass
elif spare == 768:
    pass
elif spare == 769:
    pass
elif spare == 770:
    pass
elif spare == 771:
    pass
elif spare == 772:
    pass
elif spare == 773:
    pass
elif spare == 774:
    pass
elif spare == 775:
    pass
elif spare == 776:
    pass
elif spare == 777:
    pass
elif spare == 778:
    pass
elif spare == 779:
    pass
elif spare == 780:
    pass
elif spare == 781:
    pass
elif spare == 782:
    pass
elif spare == 783:
    pass
elif spare == 784:
    pass
elif spare == 785:
    pass
elif spare == 786:
    pass
elif spare == 787:
    pass
elif spare == 788:
    pass
elif spare == 789:
    pass
elif spare == 790:
    pass
elif spare == 791:
    pass
elif spare == 792:
    pass
elif spare == 793:
    pass
elif spare == 794:
    pass
elif spare == 795:
    pass
elif spare == 796:
    pass
elif spare == 797:
    pass
elif spare == 798:
    pass
elif spare == 799:
    pass
elif spare == 800:
    pass
elif spare == 801:
    pass
elif spare == 802:
    pass
elif spare == 803:
    pass
elif spare == 804:
    pass
elif spare == 805:
    pass
elif spare == 806:
    pass
elif spare == 807:
    pass
elif spare == 808:
    pass
elif spare == 809:
    pass
elif spare == 810:
    pass
elif spare == 811:
    pass
elif spare == 812:
    pass
elif spare == 813:
    pass
elif spare == 814:
    pass
elif spare == 815:
    pass
elif spare == 816:
    pass
elif spare == 817:
    pass
elif spare == 818:
    pass
elif spare == 819:
    pass
elif spare == 820:
    pass
elif spare == 821:
    pass
elif spare == 822:
    pass
elif spare == 823:
    pass
elif spare == 824:
    pass
elif spare == 825:
    pass
elif spare == 826:
    pass
elif spare == 827:
    pass
elif spare == 828:
    pass
elif spare == 829:
    pass
elif spare == 830:
    pass
elif spare == 831:
    pass
elif spare == 832:
    pass
elif spare == 833:
    pass
elif spare == 834:
    pass
elif spare == 835:
    pass
elif spare == 836:
    pass
elif spare == 837:
    pass
elif spare == 838:
    pass
elif spare == 839:
    pass
elif spare == 840:
    pass
elif spare == 841:
    pass
elif spare == 842:
    pass
elif spare == 843:
    pass
elif spare == 844:
    pass
elif spare == 845:
    pass
elif spare == 846:
    pass
elif spare == 847:
    pass
elif spare == 848:
    pass
elif spare == 849:
    pass
elif spare == 850:
    pass
elif spare == 851:
    pass
elif spare == 852:
    pass
elif spare == 853:
    pass
elif spare == 854:
    pass
elif spare == 855:
    pass
elif spare == 856:
    pass
elif spare == 857:
    pass
elif spare == 858:
    pass
elif spare == 859:
    pass
elif spare == 860:
    pass
elif spare == 861:
    pass
elif spare == 862:
    pass
elif spare == 863:
    pass
elif spare == 864:
    pass
elif spare == 865:
    pass
elif spare == 866:
    pass
elif spare == 867:
    pass
elif spare == 868:
    pass
elif spare == 869:
    pass
elif spare == 870:
    pass
elif spare == 871:
    pass
elif spare == 872:
    pass
elif spare == 873:
    pass
elif spare == 874:
    pass
elif spare == 875:
    pass
elif spare == 876:
    pass
elif spare == 877:
    pass
elif spare == 878:
    pass
elif spare == 879:
    pass
elif spare == 880:
    pass
elif spare == 881:
    pass
elif spare == 882:
    pass
elif spare == 883:
    pass
elif spare == 884:
    pass
elif spare == 885:
    pass
elif spare == 886:
    pass
elif spare == 887:
    pass
elif spare == 888:
    pass
elif spare == 889:
    pass
elif spare == 890:
    pass
elif spare == 891:
    pass
elif spare == 892:
    pass
elif spare == 893:
    pass
elif spare == 894:
    pass
elif spare == 895:
    pass
elif spare == 896:
    pass
elif spare == 897:
    pass
elif spare == 898:
    pass
elif spare == 899:
    pass
elif spare == 900:
    pass
elif spare == 901:
    pass
elif spare == 902:
    pass
elif spare == 903:
    pass
elif spare == 904:
    pass
elif spare == 905:
    pass
elif spare == 906:
    pass
elif spare == 907:
    pass
elif spare == 908:
    pass
elif spare == 909:
    pass
elif spare == 910:
    pass
elif spare == 911:
    pass
elif spare == 912:
    pass
elif spare == 913:
    pass
elif spare == 914:
    pass
elif spare == 915:
    pass
elif spare == 916:
    pass
elif spare == 917:
    pass
elif spare == 918:
    pass
elif spare == 919:
    pass
elif spare == 920:
    pass
elif spare == 921:
    pass
elif spare == 922:
    pass
elif spare == 923:
    pass
elif spare == 924:
    pass
elif spare == 925:
    pass
elif spare == 926:
    pass
elif spare == 927:
    pass
elif spare == 928:
    pass
elif spare == 929:
    pass
elif spare == 930:
    pass
elif spare == 931:
    pass
elif spare == 932:
    pass
elif spare == 933:
    pass
elif spare == 934:
    pass
elif spare == 935:
    pass
elif spare == 936:
    pass
elif spare == 937:
    pass
elif spare == 938:
    pass
elif spare == 939:
    pass
elif spare == 940:
    pass
elif spare == 941:
    pass
elif spare == 942:
    pass
elif spare == 943:
    pass
elif spare == 944:
    pass
elif spare == 945:
    pass
elif spare == 946:
    pass
elif spare == 947:
    pass
elif spare == 948:
    pass
elif spare == 949:
    pass
elif spare == 950:
    pass
elif spare == 951:
    pass
elif spare == 952:
    pass
elif spare == 953:
    pass
elif spare == 954:
    pass
elif spare == 955:
    pass
elif spare == 956:
    pass
elif spare == 957:
    pass
elif spare == 958:
    pass
elif spare == 959:
    pass
elif spare == 960:
    pass
elif spare == 961:
    pass
elif spare == 962:
    pass
elif spare == 963:
    pass
elif spare == 964:
    pass
elif spare == 965:
    pass
elif spare == 966:
    pass
elif spare == 967:
    pass
elif spare == 968:
    pass
elif spare == 969:
    pass
elif spare == 970:
    pass
elif spare == 971:
    pass
elif spare == 972:
    pass
elif spare == 973:
    pass
elif spare == 974:
    pass
elif spare == 975:
    pass
elif spare == 976:
    pass
elif spare == 977:
    pass
elif spare == 978:
    pass
elif spare == 979:
    pass
elif spare == 980:
    pass
elif spare == 981:
    pass
elif spare == 982:
    pass
elif spare == 983:
    pass
elif spare == 984:
    pass
elif spare == 985:
    pass
elif spare == 986:
    pass
elif spare == 987:
    pass
elif spare == 988:
    pass
elif spare == 989:
    pass
elif spare == 990:
    pass
elif spare == 991:
    pass
elif spare == 992:
    pass
elif spare == 993:
    pass
elif spare == 994:
    pass
elif spare == 995:
    pass
elif spare == 996:
    pass
elif spare == 997:
    pass
elif spare == 998:
    pass
elif spare == 999:
    pass
elif spare == 1000:
    pass
elif spare == 1001:
    pass
elif spare == 1002:
    pass
elif spare == 1003:
    pass
elif spare == 1004:
    pass
elif spare == 1005:
    pass
elif spare == 1006:
    pass
elif spare == 1007:
    pass
elif spare == 1008:
    pass
elif spare == 1009:
    pass
elif spare == 1010:
    pass
elif spare == 1011:
    pass
elif spare == 1012:
    pass
elif spare == 1013:
    pass
elif spare == 1014:
    pass
elif spare == 1015:
    pass
elif spare == 1016:
    pass
elif spare == 1017:
    pass
elif spare == 1018:
    pass
elif spare == 1019:
    pass
elif spare == 1020:
    pass
elif spare == 1021:
    pass
elif spare == 1022:
    pass
elif spare == 1023:
    pass
elif spare == 1024:
    pass
elif spare == 1025:
    pass
elif spare == 1026:
    pass
elif spare == 1027:
    pass
elif spare == 1028:
    pass
elif spare == 1029:
    pass
elif spare == 1030:
    pass
elif spare == 1031:
    pass
elif spare == 1032:
    pass
elif spare == 1033:
    pass
elif spare == 1034:
    pass
elif spare == 1035:
    pass
elif spare == 1036:
    pass
elif spare == 1037:
    pass
elif spare == 1038:
    pass
elif spare == 1039:
    pass
elif spare == 1040:
    pass
elif spare == 1041:
    pass
elif spare == 1042:
    pass
elif spare == 1043:
    pass
elif spare == 1044:
    pass
elif spare == 1045:
    pass
elif spare == 1046:
    pass
elif spare == 1047:
    pass
elif spare == 1048:
    pass
elif spare == 1049:
    pass
elif spare == 1050:
    pass
elif spare == 1051:
    pass
elif spare == 1052:
    pass
elif spare == 1053:
    pass
elif spare == 1054:
    pass
elif spare == 1055:
    pass
elif spare == 1056:
    pass
elif spare == 1057:
    pass
elif spare == 1058:
    pass
elif spare == 1059:
    pass
elif spare == 1060:
    pass
elif spare == 1061:
    pass
elif spare == 1062:
    pass
elif spare == 1063:
    pass
elif spare == 1064:
    pass
elif spare == 1065:
    pass
elif spare == 1066:
    pass
elif spare == 1067:
    pass
elif spare == 1068:
    pass
elif spare == 1069:
    pass
elif spare == 1070:
    pass
elif spare == 1071:
    pass
elif spare == 1072:
    pass
elif spare == 1073:
    pass
elif spare == 1074:
    pass
elif spare == 1075:
    pass
elif spare == 1076:
    pass
elif spare == 1077:
    pass
elif spare == 1078:
    pass
elif spare == 1079:
    pass
elif spare == 1080:
    pass
elif spare == 1081:
    pass
elif spare == 1082:
    pass
elif spare == 1083:
    pass
elif spare == 1084:
    pass
elif spare == 1085:
    pass
elif spare == 1086:
    pass
elif spare == 1087:
    pass
elif spare == 1088:
    pass
elif spare == 1089:
    pass
elif spare == 1090:
    pass
elif spare == 1091:
    pass
elif spare == 1092:
    pass
elif spare == 1093:
    pass
elif spare == 1094:
    pass
elif spare == 1095:
    pass
elif spare == 1096:
    pass
elif spare == 1097:
    pass
elif spare == 1098:
    pass
elif spare == 1099:
    pass
elif spare == 1100:
    pass
elif spare == 1101:
    pass
elif spare == 1102:
    pass
elif spare == 1103:
    pass
elif spare == 1104:
    pass
elif spare == 1105:
    pass
elif spare == 1106:
    pass
elif spare == 1107:
    pass
elif spare == 1108:
    pass
elif spare == 1109:
    pass
elif spare == 1110:
    pass
elif spare == 1111:
    pass
elif spare == 1112:
    pass
elif spare == 1113:
    pass
elif spare == 1114:
    pass
elif spare == 1115:
    pass
elif spare == 1116:
    pass
elif spare == 1117:
    pass
elif spare == 1118:
    pass
elif spare == 1119:
    pass
elif spare == 1120:
    pass
elif spare == 1121:
    pass
elif spare == 1122:
    pass
elif spare == 1123:
    pass
elif spare == 1124:
    pass
elif spare == 1125:
    pass
elif spare == 1126:
    pass
elif spare == 1127:
    pass
elif spare == 1128:
    pass
elif spare == 1129:
    pass
elif spare == 1130:
    pass
elif spare == 1131:
    pass
elif spare == 1132:
    pass
elif spare == 1133:
    pass
elif spare == 1134:
    pass
elif spare == 1135:
    pass
elif spare == 1136:
    pass
elif spare == 1137:
    pass
elif spare == 1138:
    pass
elif spare == 1139:
    pass
elif spare == 1140:
    pass
elif spare == 1141:
    pass
elif spare == 1142:
    pass
elif spare == 1143:
    pass
elif spare == 1144:
    pass
elif spare == 1145:
    pass
elif spare == 1146:
    pass
elif spare == 1147:
    pass
elif spare == 1148:
    pass
elif spare == 1149:
    pass
elif spare == 1150:
    pass
elif spare == 1151:
    pass
elif spare == 1152:
    pass
elif spare == 1153:
    pass
elif spare == 1154:
    pass
elif spare == 1155:
    pass
elif spare == 1156:
    pass
elif spare == 1157:
    pass
elif spare == 1158:
    pass
elif spare == 1159:
    pass
elif spare == 1160:
    pass
elif spare == 1161:
    pass
elif spare == 1162:
    pass
elif spare == 1163:
    pass
elif spare == 1164:
    pass
elif spare == 1165:
    pass
elif spare == 1166:
    pass
elif spare == 1167:
    pass
elif spare == 1168:
    pass
elif spare == 1169:
    pass
elif spare == 1170:
    pass
elif spare == 1171:
    pass
elif spare == 1172:
    pass
elif spare == 1173:
    pass
elif spare == 1174:
    pass
elif spare == 1175:
    pass
elif spare == 1176:
    pass
elif spare == 1177:
    pass
elif spare == 1178:
    pass
elif spare == 1179:
    pass
elif spare == 1180:
    pass
elif spare == 1181:
    pass
elif spare == 1182:
    pass
elif spare == 1183:
    pass
elif spare == 1184:
    pass
elif spare == 1185:
    pass
elif spare == 1186:
    pass
elif spare == 1187:
    pass
elif spare == 1188:
    pass
elif spare == 1189:
    pass
elif spare == 1190:
    pass
elif spare == 1191:
    pass
elif spare == 1192:
    pass
elif spare == 1193:
    pass
elif spare == 1194:
    pass
elif spare == 1195:
    pass
elif spare == 1196:
    pass
elif spare == 1197:
    pass
elif spare == 1198:
    pass
elif spare == 1199:
    pass
elif spare == 1200:
    pass
elif spare == 1201:
    pass
elif spare == 1202:
    pass
elif spare == 1203:
    pass
elif spare == 1204:
    pass
elif spare == 1205:
    pass
elif spare == 1206:
    pass
elif spare == 1207:
    pass
elif spare == 1208:
    pass
elif spare == 1209:
    pass
elif spare == 1210:
    pass
elif spare == 1211:
    pass
elif spare == 1212:
    pass
elif spare == 1213:
    pass
elif spare == 1214:
    pass
elif spare == 1215:
    pass
elif spare == 1216:
    pass
elif spare == 1217:
    pass
elif spare == 1218:
    pass
elif spare == 1219:
    pass
elif spare == 1220:
    pass
elif spare == 1221:
    pass
elif spare == 1222:
    pass
elif spare == 1223:
    pass
elif spare == 1224:
    pass
elif spare == 1225:
    pass
elif spare == 1226:
    pass
elif spare == 1227:
    pass
elif spare == 1228:
    pass
elif spare == 1229:
    pass
elif spare == 1230:
    pass
elif spare == 1231:
    pass
elif spare == 1232:
    pass
elif spare == 1233:
    pass
elif spare == 1234:
    pass
elif spare == 1235:
    pass
elif spare == 1236:
    pass
elif spare == 1237:
    pass
elif spare == 1238:
    pass
elif spare == 1239:
    pass
elif spare == 1240:
    pass
elif spare == 1241:
    pass
elif spare == 1242:
    pass
elif spare == 1243:
    pass
elif spare == 1244:
    pass
elif spare == 1245:
    pass
elif spare == 1246:
    pass
elif spare == 1247:
    pass
elif spare == 1248:
    pass
elif spare == 1249:
    pass
elif spare == 1250:
    pass
elif spare == 1251:
    pass
elif spare == 1252:
    pass
elif spare == 1253:
    pass
elif spare == 1254:
    pass
elif spare == 1255:
    pass
elif spare == 1256:
    pass
elif spare == 1257:
    pass
elif spare == 1258:
    pass
elif spare == 1259:
    pass
elif spare == 1260:
    pass
elif spare == 1261:
    pass
elif spare == 1262:
    pass
elif spare == 1263:
    pass
elif spare == 1264:
    pass
elif spare == 1265:
    pass
elif spare == 1266:
    pass
elif spare == 1267:
    pass
elif spare == 1268:
    pass
elif spare == 1269:
    pass
elif spare == 1270:
    pass
elif spare == 1271:
    pass
elif spare == 1272:
    pass
elif spare == 1273:
    pass
elif spare == 1274:
    pass
elif spare == 1275:
    pass
elif spare == 1276:
    pass
elif spare == 1277:
    pass
elif spare == 1278:
    pass
elif spare == 1279:
    pass
elif spare == 1280:
    pass
elif spare == 1281:
    pass
elif spare == 1282:
    pass
elif spare == 1283:
    pass
elif spare == 1284:
    pass
elif spare == 1285:
    pass
elif spare == 1286:
    pass
elif spare == 1287:
    pass
elif spare == 1288:
    pass
elif spare == 1289:
    pass
elif spare == 1290:
    pass
elif spare == 1291:
    pass
elif spare == 1292:
    pass
elif spare == 1293:
    pass
elif spare == 1294:
    pass
elif spare == 1295:
    pass
elif spare == 1296:
    pass
elif spare == 1297:
    pass
elif spare == 1298:
    pass
elif spare == 1299:
    pass
elif spare == 1300:
    pass
elif spare == 1301:
    pass
elif spare == 1302:
    pass
elif spare == 1303:
    pass
elif spare == 1304:
    pass
elif spare == 1305:
    pass
elif spare == 1306:
    pass
elif spare == 1307:
    pass
elif spare == 1308:
    pass
elif spare == 1309:
    pass
elif spare == 1310:
    pass
elif spare == 1311:
    pass
elif spare == 1312:
    pass
elif spare == 1313:
    pass
elif spare == 1314:
    pass
elif spare == 1315:
    pass
elif spare == 1316:
    pass
elif spare == 1317:
    pass
elif spare == 1318:
    pass
elif spare == 1319:
    pass
elif spare == 1320:
    pass
elif spare == 1321:
    pass
elif spare == 1322:
    pass
elif spare == 1323:
    pass
elif spare == 1324:
    pass
elif spare == 1325:
    pass
elif spare == 1326:
    pass
elif spare == 1327:
    pass
elif spare == 1328:
    pass
elif spare == 1329:
    pass
elif spare == 1330:
    pass
elif spare == 1331:
    pass
elif spare == 1332:
    pass
elif spare == 1333:
    pass
elif spare == 1334:
    pass
elif spare == 1335:
    pass
elif spare == 1336:
    pass
elif spare == 1337:
    pass
elif spare == 1338:
    pass
elif spare == 1339:
    pass
elif spare == 1340:
    pass
elif spare == 1341:
    pass
elif spare == 1342:
    pass
elif spare == 1343:
    pass
elif spare == 1344:
    pass
elif spare == 1345:
    pass
elif spare == 1346:
    pass
elif spare == 1347:
    pass
elif spare == 1348:
    pass
elif spare == 1349:
    pass
elif spare == 1350:
    pass
elif spare == 1351:
    pass
elif spare == 1352:
    pass
elif spare == 1353:
    pass
elif spare == 1354:
    pass
elif spare == 1355:
    pass
elif spare == 1356:
    pass
elif spare == 1357:
    pass
elif spare == 1358:
    pass
elif spare == 1359:
    pass
elif spare == 1360:
    pass
elif spare == 1361:
    pass
elif spare == 1362:
    pass
elif spare == 1363:
    pass
elif spare == 1364:
    pass
elif spare == 1365:
    pass
elif spare == 1366:
    pass
elif spare == 1367:
    pass
elif spare == 1368:
    pass
elif spare == 1369:
    pass
elif spare == 1370:
    pass
elif spare == 1371:
    pass
elif spare == 1372:
    pass
elif spare == 1373:
    pass
elif spare == 1374:
    pass
elif spare == 1375:
    pass
elif spare == 1376:
    pass
elif spare == 1377:
    pass
elif spare == 1378:
    pass
elif spare == 1379:
    pass
elif spare == 1380:
    pass
elif spare == 1381:
    pass
elif spare == 1382:
    pass
elif spare == 1383:
    pass
elif spare == 1384:
    pass
elif spare == 1385:
    pass
elif spare == 1386:
    pass
elif spare == 1387:
    pass
elif spare == 1388:
    pass
elif spare == 1389:
    pass
elif spare == 1390:
    pass
elif spare == 1391:
    pass
elif spare == 1392:
    pass
elif spare == 1393:
    pass
elif spare == 1394:
    pass
elif spare == 1395:
    pass
elif spare == 1396:
    pass
elif spare == 1397:
    pass
elif spare == 1398:
    pass
elif spare == 1399:
    pass
elif spare == 1400:
    pass
elif spare == 1401:
    pass
elif spare == 1402:
    pass
elif spare == 1403:
    pass
elif spare == 1404:
    pass
elif spare == 1405:
    pass
elif spare == 1406:
    pass
elif spare == 1407:
    pass
elif spare == 1408:
    pass
elif spare == 1409:
    pass
elif spare == 1410:
    pass
elif spare == 1411:
    pass
elif spare == 1412:
    pass
elif spare == 1413:
    pass
elif spare == 1414:
    pass
elif spare == 1415:
    pass
elif spare == 1416:
    pass
elif spare == 1417:
    pass
elif spare == 1418:
    pass
elif spare == 1419:
    pass
elif spare == 1420:
    pass
elif spare == 1421:
    pass
elif spare == 1422:
    pass
elif spare == 1423:
    pass
elif spare == 1424:
    pass
elif spare == 1425:
    pass
elif spare == 1426:
    pass
elif spare == 1427:
    pass
elif spare == 1428:
    pass
elif spare == 1429:
    pass
elif spare == 1430:
    pass
elif spare == 1431:
    pass
elif spare == 1432:
    pass
elif spare == 1433:
    pass
elif spare == 1434:
    pass
elif spare == 1435:
    pass
elif spare == 1436:
    pass
elif spare == 1437:
    pass
elif spare == 1438:
    pass
elif spare == 1439:
    pass
elif spare == 1440:
    pass
elif spare == 1441:
    pass
elif spare == 1442:
    pass
elif spare == 1443:
    pass
elif spare == 1444:
    pass
elif spare == 1445:
    pass
elif spare == 1446:
    pass
elif spare == 1447:
    pass
elif spare == 1448:
    pass
elif spare == 1449:
    pass
elif spare == 1450:
    pass
elif spare == 1451:
    pass
elif spare == 1452:
    pass
elif spare == 1453:
    pass
elif spare == 1454:
    pass
elif spare == 1455:
    pass
elif spare == 1456:
    pass
elif spare == 1457:
    pass
elif spare == 1458:
    pass
elif spare == 1459:
    pass
elif spare == 1460:
    pass
elif spare == 1461:
    pass
elif spare == 1462:
    pass
elif spare == 1463:
    pass
elif spare == 1464:
    pass
elif spare == 1465:
    pass
elif spare == 1466:
    pass
elif spare == 1467:
    pass
elif spare == 1468:
    pass
elif spare == 1469:
    pass
elif spare == 1470:
    pass
elif spare == 1471:
    pass
elif spare == 1472:
    pass
elif spare == 1473:
    pass
elif spare == 1474:
    pass
elif spare == 1475:
    pass
elif spare == 1476:
    pass
elif spare == 1477:
    pass
elif spare == 1478:
    pass
elif spare == 1479:
    pass
elif spare == 1480:
    pass
elif spare == 1481:
    pass
elif spare == 1482:
    pass
elif spare == 1483:
    pass
elif spare == 1484:
    pass
elif spare == 1485:
    pass
elif spare == 1486:
    pass
elif spare == 1487:
    pass
elif spare == 1488:
    pass
elif spare == 1489:
    pass
elif spare == 1490:
    pass
elif spare == 1491:
    pass
elif spare == 1492:
    pass
elif spare == 1493:
    pass
elif spare == 1494:
    pass
elif spare == 1495:
    pass
elif spare == 1496:
    pass
elif spare == 1497:
    pass
elif spare == 1498:
    pass
elif spare == 1499:
    pass

import numpy as np

learnrate = 0.5
x = np.array([1, 2, 3, 4])
y = 0.5
w = np.array([0.5, -0.5, 0.3, 0.1])

h = np.dot(x, w)
nn_output = 1 / (1 + np.exp(-h))
error = y - nn_output
error_term = error * nn_output * (1 - nn_output)
del_w = learnrate * error_term * x
