"""Words that several tables of danger share."""

from __future__ import annotations

GROUPS = {
    "kid": """
        chau be tre con em_be dua_nho dua_be dua_tre dua_con tui_nho may_dua hoc_sinh con_gai
        con_trai chau_gai chau_trai be_gai be_trai thang_be con_be con_nho thang_nho em_gai tre_em
        dua_chau so_sinh
    """,
    "who": """
        chong vo bo ba cha tia me ma duong ghe ong lao ga thang han no bon dam nguoi anh_trai
        em_trai chi_dau anh_re con chau hang_xom chu bac cau thanh_nien giang_ho xa_hoi_den
        ban_trai nguoi_yeu anh_ta anh_ay ke chung tui_no con_nghien chu_no may_dua
    """,
    "whom": """
        em toi me con vo chau minh bo ba ong chi anh no nguoi be tre ca_nha hai_me_con hai_vo_chong
        dua tao ma cha chong ban_hoc nhau
    """,
    "mine": "em toi me vo chau minh chi con_em con_toi con_chau ca_nha tao nguoi",
    "whose": "toi em chau minh tui nha_em nha_toi chi_em cua_em cua_toi cua_tui",
    "man": "chong bo cha tia duong anh em_trai anh_trai con_trai thang ong no hang_xom lao ga",
    "office": """
        cong_an* can_bo truong_thon pho_thon truong_ban truong_ap truong_xom truong_buon chu_tich
        bi_thu dan_quan xa_doi kiem_lam bao_ve dan_phong bien_phong cong_an_vien to_truong
    """,
    "victim": """
        toi em vo chau minh chong tao con_em con_toi bo_em bo_toi bo_chau me_em me_toi me_chau
        anh_toi anh_em_toi ba_toi ong_toi ca_nha
    """,
    "beast": "bo trau de heo lon ga vit meo giong ngan ngong",
    "other": """
        gia thue dau truot rot cap mat trao thap bat_ca luoi lua sap may so van roi cho tien rieng
        dum sach hieu muc nghia bong bai co de tau ca rang giay thuc dan vong thang chuyen
        ghen_tuong bay phan du cho_trong vecni day may_tinh duong
    """,
    "hurt": """
        dap den gay chay chay1 suot hoai mai nua qua te chet ngat xiu bam sung tim tham do tan
        tui_bui lon loi nhu tiep lien thuong bat_tinh vo_dau may_lan may_tran mot_tran da_man
        khong_thuong day lien_tuc moi_ngay nhau bat_ke toi_tap
    """,
    "rape": """
        hiep hiep_dam xam_hai so_mo dam_o sam_so lam_nhuc giao_cau dung_cham cuong_hiep xam_pham
        ep_quan_he quan_he lam_chuyen_do lam_chuyen_doi2_bai lam_chuyen_doi_bai lam_chuyen_bay_ba
        doi_bai bop_nguc cuong_buc giao_phoi so_soang
    """,
    "blade": "dao rua riu ma_tau kiem bua gay sung cuoc xeng con_dao cay_dao phang kiem cay_gay",
    "water": "nuoc lu lut nuoc_lu nuoc_song nuoc_suoi nuoc_song2 trieu_cuong",
    "edge": """
        san_nha san_truoc san_em san_toi san_roi trong_nha them them_nha bac_them hien hien_nha
        cua_nha cua_roi giuong gam_giuong bep dau_goi dui bung nguc buong chuong_heo chuong_lon
        mai_nha noc_nha gan_nha
    """,
    "out": """
        di_rung di_ray di_bien di_cau di_nuong di_cui di_mang hai_mang hai_nam hai_cui
        lay_mang lay_cui kiem_cui di_chan_bo di_chan_trau di_tam ra_suoi ra_ray vao_rung vo_rung
        len_ray len_rung len_nuong
    """,
    "late": """
        mai toi_gio toi_gio_nay den_gio gio_nay toi_roi toi_mit toi_om toi_thui khuya_roi den_toi
        qua_gio hom_qua tu*_qua sang_gio tu*_sang tu*_som tu*_trua tu*_chieu trua_gio chieu_gio
        chieu_qua dem_qua toi_qua ca_dem ca_ngay may_hom may_ngay
    """,
    "unreal": """
        neu gia_su truong_hop vi_du lo_nhu phong_chong phong_tranh de_phong phong_ngua
        phong_khi tuyen_truyen tuyen_truyen_vien tap_huan dien_tap nghia_la_gi
    """,
    "before": """
        nam_truoc nam_kia nam_xua thang_truoc tuan_truoc hoi_truoc hoi_xua hoi_nho
        dot_truoc truoc_day truoc_kia ngay_xua ngay_truoc doi_xua chien_tranh
    """,
    "home": "nha ca_nha lang ban thon xom ap buon soc khu_nha day_nha truong_hoc tram_xa bep",
    "someone": """
        toi em tui minh chau con be me ma bo ba tia cha ong chong vo vk ck chi anh co chu bac cau mo
        nguoi dua thang no dua_nho con_nho bac_hang_xom hang_xom ai tre
    """,
    "now": """
        roi $ cuu cuu_voi gap goi_ai lam_sao lam_gi lam_the_nao phai_lam_sao lam_the_nao xu_ly
        nhanh voi khong_biet_lam sao_day di_dau
    """,
    "of_whom": "toi em tui minh nha cua_toi cua_em nha_toi nha_em hang_xom lon nho ut ay ta no be",
}
