"""Words that the tables of what offices do share."""

from __future__ import annotations

ONE_OF_A_PLACE = """
    truong_thon pho_thon thon_truong truong_ban truong_ap truong_xom truong_buon truong_lang
    truong_soc truong_khoi khu_truong truong_khu_pho to_truong_dan_pho chu_tich bi_thu pho_chu_tich
    pho_bi_thu ke_toan dia_chinh thu_quy chu_nhiem hieu_truong ban_quan_ly ban_thon truong_cong_an
    kiem_lam ong_thon ba_thon ong_ap ong_xom tu_phap xa_doi truong_tram
"""
OFFICE = f"""
    {ONE_OF_A_PLACE} can_bo cong_chuc lanh_dao cong_an ca_xa uy_ban to_truong to_pho hoi_truong
    chi_hoi_truong nguoi_cua_xa nguoi_tren_xa ong_xa quan_xa ong_tren_xa may_ong_xa
    may_ong_thon may_ong_tren ong_can ba_can bien_phong truong_nhom quan_chuc may_ong_can sep_thon
    chu_tich_hoi doan_the ong_hoi ba_hoi ban_dai_dien can_bo_hoi to_cao_ong to_cao_ba to_cao_anh
    to_cao_chi to_cao_thang sep_xa chinh_quyen may_ba_thon may_ba_xa dan_quan ban_giam_hieu
"""
GROUPS = {
    "office": OFFICE,
    "kin": """
        nguoi_nha ba_con anh_em ho_hang con_chau con_cai nguoi_quen em_ruot anh_ruot vo con chau
        bo_me cha_me em_vo em_trai em_gai chi_gai dong_ho than_quen phe_canh vo_con cho_quen
        nguoi_than ruot_thit
    """,
    "money": "tien trieu nghin ngan tram dong phong_bi cu chuc_trieu qua ruou ga",
    "goods": """
        tien gao qua bo de heo trau ga giong cay_giong phan xi_mang ton the so so_do so_bo tro_cap
        cuu_tro hang mi_tom vat_tu suat suat_qua dau_an muoi chan
    """,
    "ours": """
        cua_dan cua_nha cua_ho cua_em cua_toi cua_me cua_bo cua_ba_con cua_chung cua_thon cua_nguoi
        cua_chong cua_vo cua_ong cua_chau cua_minh cua_gia cua_ca cua_tui cua_cac nha_toi nha_em
        dan_ngheo ho_ngheo cua_hoi cua_to cua_moi cua_may cua_tre cua_cu cua_dong
    """,
    "gave": "dua tra phat giao nop chi cap bao cho_ai thay thong_bao cong_khai",
    "ungiven": """
        khong_dua khong_tra khong_giao khong_nop khong_ghi khong_vao_so khong_bien_lai khong_phieu
        khong_hoa_don khong_cho_ai khong_phat khong_thay khong_cong_khai chua_nop chua_ghi chua_dua
    """,
    "record": """
        ten ho_ten chu dem_ten nam_sinh ngay ngay_sinh nam thang dia_chi so giay giay_to the
        can_cuoc thong_tin ho_so ho_khau khai_sinh don to_khai chinh_ta
    """,
    "no": """
        khong khong_phai khong_phai_la khong_co khong_co_y khong_he khong_dinh khong_muon khong_y
        khong_nham k k_phai ko ko_phai ko_co hong hong_phai hok hok_phai chang chang_phai dau
        dau_phai dau_co dau_dam dung chu_dung
    """,
    "act": """
        ky lam cho giai_quyet xac_nhan duoc dua cap duyet ghi xet chung_nhan chung dong_dau vao
        phat nhan lap
    """,
}
