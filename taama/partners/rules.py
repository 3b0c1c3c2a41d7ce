"""Kinds of organisation: paragraph 44 of the Compact, with the State and the United Nations beside it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PartnerKind(TextChoices):
    """What an organisation is."""

    MINISTRY = "ministry", _("ministry")
    PUBLIC_AGENCY = "public_agency", _("public agency")
    LOCAL_AUTHORITY = "local_authority", _("local authority")
    UN_ENTITY = "un_entity", _("United Nations entity")
    INTERGOVERNMENTAL = "intergovernmental", _("intergovernmental organisation")
    DONOR = "donor", _("donor")
    CIVIL_SOCIETY = "civil_society", _("civil society")
    MIGRANT_ASSOCIATION = "migrant_association", _("migrant association")
    DIASPORA_ORGANISATION = "diaspora_organisation", _("diaspora organisation")
    FAITH_BASED = "faith_based", _("faith-based organisation")
    PRIVATE_SECTOR = "private_sector", _("private sector")
    TRADE_UNION = "trade_union", _("trade union")
    PARLIAMENT = "parliament", _("parliament")
    HUMAN_RIGHTS_INSTITUTION = "human_rights_institution", _("human rights institution")
    RED_CROSS = "red_cross_red_crescent", _("Red Cross and Red Crescent")
    ACADEMIA = "academia", _("academia")
    MEDIA = "media", _("media")
    NETWORK = "network", _("network")
